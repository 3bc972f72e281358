/// One run of a course in one scenario, given by event or planned from a demand. Source: MODEL § 4.
///
/// A class of constants: plans look at runs in every period, and a reference is passed on for less than its fields.
final class CourseRun: Equatable, Sendable {
    enum Origin: Hashable, Sendable {
        /// The number of the given run.
        case given(Int)
        /// The i-th run planned from a demand, from 0, on a track.
        case planned(demand: Int, number: Int, track: Int)
    }

    let origin: Origin
    /// The run's id, or `DEMAND#i+1`.
    let name: String
    let course: CourseEntry
    let site: Int
    let demand: Int?
    let audience: ID<Audience>?
    let priority: Int
    let isMobile: Bool
    /// The organisation that gives the run instead of the mission: no posts, no money, and always staffed.
    let provider: String?
    let isCompleted: Bool
    /// The first and last period, not clamped.
    let first: Int
    let last: Int
    let seats: Int
    /// The needs by instructor entry of its course.
    let needs: [Int]
    let signatures: [Int]
    /// The actual graduates of a completed run, and their period; `nil` for other runs.
    let actual: Actual?

    struct Actual: Equatable, Sendable {
        let graduates: Int
        let period: Int
    }

    var isProvided: Bool { provider != nil }

    /// Creates a given run.
    init(_ entry: RunEntry) {
        origin = .given(entry.number)
        name = entry.id.text
        course = entry.course
        site = entry.site
        demand = entry.demand
        audience = entry.audience
        priority = entry.priority
        isMobile = entry.isMobile
        provider = entry.run.provider
        isCompleted = entry.run.status == .completed
        first = entry.first
        last = entry.last
        seats = entry.seats
        needs = entry.course.instructors.map { $0.need(seats: entry.seats) }
        signatures = entry.signatures
        actual = isCompleted ? entry.run.graduates.map { Actual(graduates: $0, period: entry.endPeriod) } : nil
    }

    /// Creates the run `number` of a demand.
    init(_ demand: DemandEntry, site: Int, number: Int, track: Int, first: Int, needs: [Int]) {
        origin = .planned(demand: demand.number, number: number, track: track)
        name = "\(demand.id)#\(number + 1)"
        course = demand.course
        self.site = site
        self.demand = demand.number
        audience = demand.demand.audience
        priority = demand.demand.priority
        isMobile = demand.demand.delivery == .mobileTeam
        provider = nil
        isCompleted = false
        self.first = first
        last = first + demand.course.duration - 1
        seats = demand.course.seats
        self.needs = needs
        signatures = demand.signatures
        actual = nil
    }

    /// Returns its periods within the horizon.
    func window(_ horizon: Horizon) -> Range<Int> {
        let begin = min(max(first, 0), horizon.periods)
        return begin..<max(begin, min(last + 1, horizon.periods))
    }

    /// Returns the period in which its graduates leave, or `nil` if it is outside the horizon.
    func graduationPeriod(_ horizon: Horizon) -> Int? {
        let period = actual?.period ?? last
        return horizon.contains(period) ? period : nil
    }

    static func == (a: CourseRun, b: CourseRun) -> Bool {
        a === b
            || (a.origin == b.origin && a.name == b.name && a.course == b.course && a.site == b.site
                && a.demand == b.demand && a.audience == b.audience && a.priority == b.priority
                && a.isMobile == b.isMobile && a.provider == b.provider && a.isCompleted == b.isCompleted
                && a.first == b.first && a.last == b.last && a.seats == b.seats && a.signatures == b.signatures
                && a.actual == b.actual)
    }
}
