/// Bounds of the planning core, each with its reason.
enum PlanningLimits {
    /// A demand that would need more runs is infeasible. Source: MODEL § 4.
    static let runsPerDemandMax = 1_000
    /// The number of shortfalls, in order, that are tried with a pledge that would close them. Source: MODEL § 10.
    static let shortfallsTriedMax = 30
    /// The number of pairs of a pledge with surplus and one of its caveats that are tried. Source: MODEL § 10.
    static let caveatsTriedMax = 30
    /// The number of samples that are drawn one after the other, with one solver. Source: MODEL § 9.
    static let samplesPerPart = 10
    /// The best are published. Source: MODEL § 10.
    static let adviceMax = 10
    /// The number of pledge classes that a basis keeps in addition to two per pledge before it renumbers all of them.
    /// The classes of a tiny plan are not worth renumbering it for.
    static let spareClassesMax = 64
    /// The number of changed pledges up to which the order of calling up is patched: sorting costs as much then.
    static let changesFollowedMax = 32
}
