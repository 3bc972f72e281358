/// The facts about a site on which caveats depend.
struct SiteTraits: Equatable, Sendable {
    let inTheatre: Bool
    let threat: Site.Threat
}
