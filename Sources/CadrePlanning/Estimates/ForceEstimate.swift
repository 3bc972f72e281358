/// `force.<scenario>`. Source: CONTRACT § 4, MODEL §§ 6 and 7.
public struct ForceEstimate: Equatable, Sendable {
    /// The strength at in-theatre sites.
    public var inTheatre: Strength
    public var abroad: Strength
    /// Mobile teams in theatre.
    public var visiting: Strength
    /// The strength at sites in theatre, by capability.
    public var byCapability: Rows<Strength>
    /// The strength at all sites, by site.
    public var bySite: Rows<Strength>
    public var byLine: Rows<Strength>
    /// Persons used, by the nation that provides them.
    public var byNation: Rows<[Int]>
    /// The posts that another provider must fill because a rule is hosted, by site, then capability. Source: MODEL § 6.
    public var hosted: Rows<Rows<[Int]>>
}
