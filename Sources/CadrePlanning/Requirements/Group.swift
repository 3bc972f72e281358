/// Posts of one kind in one period: a line, a run's entry, or an enabling capability of a site. Source: MODEL § 6.
///
/// Kept small: a large plan has hundreds of thousands.
struct Group: Equatable, Sendable {
    enum Kind: Hashable, Sendable {
        /// The number of the line.
        case line(Int)
        /// The key of the run, and the instructor entry.
        case course(run: Int, entry: Int)
        /// The index of the capability among the rules' capabilities.
        case enabling(Int)
    }

    let kind: Kind
    /// The number of its label: the same from period to period.
    @Compact var key: Int
    @Compact var signature: Int
    @Compact var site: Int
    @Compact var capability: Int
    /// 1 (most urgent) … 5.
    @Compact var priority: Int
    var posts: Int
    let inTheatre: Bool
    /// Whether the posts are those of a mobile team.
    let isVisiting: Bool
}

extension CourseRun {
    /// A number that names the run within its scenario.
    var key: Int {
        switch origin {
        case .given(let number): 2 * number
        case .planned(let demand, let number, _): 2 * (demand * (PlanningLimits.runsPerDemandMax + 1) + number) + 1
        }
    }
}
