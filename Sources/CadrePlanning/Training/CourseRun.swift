/// One run of a course in one scenario, given by event or planned from a demand. Source: MODEL § 4.
///
/// A class of constants: plans look at runs in every period, and a reference is passed on for less than its fields.
final class CourseRun: Sendable {
    enum Origin: Equatable, Sendable {
        /// Index of the run among the basis's.
        case given(Int)
        /// The i-th run planned from a demand, on a track.
        case planned(demand: Int, number: Int, track: Int)
    }

    let origin: Origin
    /// The run's id, or `DEMAND#i+1`.
    let name: String
    let course: Int
    let site: Int
    let demand: Int?
    let audience: ID<Audience>?
    let priority: Int
    let isMobile: Bool
    /// Whether somebody else gives it: no posts, no money, and always staffed.
    let isProvided: Bool
    let isCompleted: Bool
    /// Periods, not clamped.
    let first: Int
    let last: Int
    let seats: Int
    /// By instructor entry of its course.
    let needs: [Int]
    let signatures: [Int]
    /// Group key of its first entry; the others follow.
    let key: Int
    /// Place of its first entry among the entries of all runs; the others follow.
    let entryBase: Int
    /// What is known already: the actual graduates of a completed run, and when.
    let actual: (graduates: Int, period: Int)?

    init(
        origin: Origin, name: String, course: Int, site: Int, demand: Int?, audience: ID<Audience>?, priority: Int,
        isMobile: Bool, isProvided: Bool, isCompleted: Bool, first: Int, last: Int, seats: Int, needs: [Int],
        signatures: [Int], key: Int, entryBase: Int, actual: (graduates: Int, period: Int)?
    ) {
        self.origin = origin
        self.name = name
        self.course = course
        self.site = site
        self.demand = demand
        self.audience = audience
        self.priority = priority
        self.isMobile = isMobile
        self.isProvided = isProvided
        self.isCompleted = isCompleted
        self.first = first
        self.last = last
        self.seats = seats
        self.needs = needs
        self.signatures = signatures
        self.key = key
        self.entryBase = entryBase
        self.actual = actual
    }

    /// Its periods within the horizon.
    func window(_ horizon: Horizon) -> Range<Int> {
        let begin = min(max(first, 0), horizon.periods)
        return begin..<max(begin, min(last + 1, horizon.periods))
    }

    /// The period in which its graduates leave; `nil` where that lies outside the horizon.
    func graduationPeriod(_ horizon: Horizon) -> Int? {
        let period = actual?.period ?? last
        return horizon.contains(period) ? period : nil
    }
}

/// Names the posts of a group from period to period. Source: MODEL § 7, continuity.
enum GroupLabel: Equatable, Sendable {
    case line(Int)
    case enabling(site: Int, capability: Int)
    /// A run's own, by its name: given runs and mobile teams.
    case run(String, entry: Int)
    case track(demand: Int, track: Int, entry: Int)

    func text(_ basis: Basis) -> String {
        switch self {
        case .line(let index): "line/\(basis.lines[index].id)"
        case .enabling(let site, let capability):
            "enabling/\(basis.sites[site].id)/\(basis.capabilities.all[capability])"
        case .run(let name, let entry): "run/\(name)/\(entry)"
        case .track(let demand, let track, let entry): "track/\(basis.demands[demand].id)/\(track)/\(entry)"
        }
    }
}
