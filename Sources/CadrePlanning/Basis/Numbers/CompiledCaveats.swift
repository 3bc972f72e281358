/// The caveats of one class, in numbers.
struct CompiledCaveats: Sendable {
    private let sites: Set<Int>?
    private let notSites: Set<Int>
    private let maxThreat: Site.Threat?
    private let notAudiences: Set<ID<Audience>>
    private let elements: Set<Int>?
    private let abroadOnly: Bool

    /// Compiles caveats.
    /// - Parameter numbers: The numbers of every name in the caveats, since they were read from a document.
    init(_ caveats: Caveats, _ numbers: EntityNumbers) {
        sites = caveats.sites.isEmpty ? nil : Set(caveats.sites.compactMap { numbers.sites.known($0) })
        notSites = Set(caveats.notSites.compactMap { numbers.sites.known($0) })
        maxThreat = caveats.maxThreat
        notAudiences = Set(caveats.notAudiences)
        elements = caveats.elements.isEmpty ? nil : Set(caveats.elements.compactMap { numbers.elements.known($0) })
        abroadOnly = caveats.abroadOnly
    }

    /// Returns the first caveat, in the order of MODEL § 7, that bars a post; `nil` if none does.
    func bar(_ signature: Signature, at site: SiteTraits) -> Caveats.Name? {
        if let sites, !sites.contains(signature.site) { return .sites }
        if notSites.contains(signature.site) { return .notSites }
        if let maxThreat, site.threat > maxThreat { return .maxThreat }
        if let audience = signature.audience, notAudiences.contains(audience) { return .notAudiences }
        if let elements, let element = signature.element, !elements.contains(element) { return .elements }
        if abroadOnly, site.inTheatre { return .abroadOnly }
        return nil
    }
}
