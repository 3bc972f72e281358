/// Bounds of the planning core, each with its reason.
enum PlanningLimits {
    /// A demand that would need more runs is infeasible. Source: MODEL § 4.
    static let runsPerDemandMax = 1_000
    /// So many shortfalls, in order, are tried with a pledge that would close them. Source: MODEL § 10.
    static let shortfallsTriedMax = 30
    /// So many pairs of a pledge with surplus and one of its caveats are tried. Source: MODEL § 10.
    static let caveatsTriedMax = 30
    /// The best are published. Source: MODEL § 10.
    static let adviceMax = 10
    /// Classes of alike pledges that nobody is in any more, beside two a pledge, before a basis is built anew: what
    /// stays of a tiny plan is not worth building it for.
    static let classesSpareMax = 64
    /// Where more pledges of a period have changed, it is assigned from nothing: the way from what is known is longer.
    static let changesFollowedMax = 8
}
