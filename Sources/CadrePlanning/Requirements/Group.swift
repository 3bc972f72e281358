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

    private enum CompactKind: Hashable, Sendable {
        case line(Compact)
        case course(run: Compact, entry: Compact)
        case enabling(Compact)
    }

    private let compactKind: CompactKind
    /// The number of its label: the same from period to period.
    @Compact private(set) var key: Int
    @Compact private(set) var signature: Int
    @Compact private(set) var site: Int
    @Compact private(set) var capability: Int
    /// 1 (most urgent) … 5.
    @Compact private(set) var priority: Int
    var posts: Int
    let inTheatre: Bool
    /// Whether the posts are those of a mobile team.
    let isVisiting: Bool

    init(
        kind: Kind, key: Int, signature: Int, site: Int, capability: Int, priority: Int, posts: Int, inTheatre: Bool,
        isVisiting: Bool
    ) {
        compactKind =
            switch kind {
            case .line(let line): .line(Compact(line))
            case .course(let run, let entry): .course(run: Compact(run), entry: Compact(entry))
            case .enabling(let place): .enabling(Compact(place))
            }
        self.key = key
        self.signature = signature
        self.site = site
        self.capability = capability
        self.priority = priority
        self.posts = posts
        self.inTheatre = inTheatre
        self.isVisiting = isVisiting
    }

    var kind: Kind {
        switch compactKind {
        case .line(let line): .line(line.number)
        case .course(let run, let entry): .course(run: run.number, entry: entry.number)
        case .enabling(let place): .enabling(place.number)
        }
    }
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
