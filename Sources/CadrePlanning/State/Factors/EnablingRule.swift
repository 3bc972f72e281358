/// A rule for people who must come because others come: guards, interpreters, doctors … Source: MODEL § 6.
public struct EnablingRule: Hashable, Sendable {
    public enum Demand: Hashable, Sendable {
        /// Headquarters: a ratio of all principals in theatre.
        case perMission(ratio: ByThreat)
        /// A ratio of the foreign course posts at a site and its lines that a capability of `of` covers.
        case perInstructors(ratio: ByThreat, of: [Capability])
        /// A number at each site that has people.
        case perSite(count: ByThreat)
        /// A ratio of all at the site.
        case perPopulation(ratio: ByThreat)
    }

    public var capability: Capability
    public var demand: Demand
    /// Whether teaching requires its posts.
    public var gates: Bool

    public init(capability: Capability, demand: Demand, gates: Bool = false) {
        self.capability = capability
        self.demand = demand
        self.gates = gates
    }
}
