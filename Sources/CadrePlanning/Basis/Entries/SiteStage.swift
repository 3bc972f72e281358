/// The entry of a site, by its number.
enum SiteStage: Stage {
    static func compute(_ input: Entity<Site>, _ tools: inout BasisNumbers) -> SiteEntry {
        SiteEntry(input, tools.entities)
    }
}
