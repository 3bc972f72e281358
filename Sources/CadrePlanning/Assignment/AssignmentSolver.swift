/// Who fills which post: the assignment of MODEL § 7, one period at a time.
///
/// What a call returns depends on its arguments alone: totals because they are unique, seats because they are a fixed
/// function of the period, its totals and the seats before, ties broken by rank. Only memory is kept from call to
/// call, never a result; so a solver serves any periods of any scenarios in any order, on one thread at a time.
/// Copies share that memory.
struct AssignmentSolver {
    private let eligibility: Eligibility
    private let totalsSolver: TotalsSolver
    private let continuity: ContinuitySolver
    /// Made when it is first asked.
    private var following: FollowingSolver?

    init(eligibility: Eligibility) {
        self.eligibility = eligibility
        totalsSolver = TotalsSolver(eligibility: eligibility)
        continuity = ContinuitySolver(eligibility: eligibility)
    }

    /// Posts filled, per group: rule 1 alone.
    /// - Parameter isStopped: Asked between searches. A search of ten thousand classes takes about a millisecond.
    /// - Throws: When `isStopped` said so.
    mutating func fill(_ period: AssignmentPeriod, isStopped: () -> Bool) throws(Superseded) -> [Int] {
        totalsSolver.load(period)
        return try totalsSolver.fill(period.groups, isStopped: isStopped)
    }

    /// Rules 1 to 3.
    mutating func totals(_ period: AssignmentPeriod, isStopped: () -> Bool) throws(Superseded) -> AssignmentTotals {
        totalsSolver.load(period)
        let filled = try totalsSolver.fill(period.groups, isStopped: isStopped)
        totalsSolver.matrix.buildRows()
        let used = try totalsSolver.callUp(isStopped: isStopped, supplies: period.supplies)
        let usedInTheatre = try totalsSolver.bringIntoTheatre(used: used, isStopped: isStopped)
        return AssignmentTotals(filled: filled, used: used, usedInTheatre: usedInTheatre)
    }

    /// A placement that has the totals that ``totals(_:isStopped:)`` gave last.
    var placement: [Placed] { totalsSolver.placement }

    /// Rules 1 to 3, after a period with the same groups whose totals are known.
    /// - Parameters:
    ///   - supplies: That period's; `placed`: one way to keep its totals.
    ///   - inTheatre: By signature; asked for once.
    mutating func totals(
        _ period: AssignmentPeriod, after supplies: [AssignmentSupply], _ totals: AssignmentTotals, _ placed: [Placed],
        inTheatre: () -> [Bool], isStopped: () -> Bool
    ) throws(Superseded) -> (totals: AssignmentTotals, placed: [Placed]) {
        try follow(inTheatre).totals(period, after: supplies, totals, placed, isStopped: isStopped)
    }

    /// Rule 1 alone, likewise.
    mutating func fill(
        _ period: AssignmentPeriod, after supplies: [AssignmentSupply], _ filled: [Int], _ placed: [Placed],
        inTheatre: () -> [Bool], isStopped: () -> Bool
    ) throws(Superseded) -> [Int] {
        try follow(inTheatre).fill(period, after: supplies, filled, placed, isStopped: isStopped)
    }

    private mutating func follow(_ inTheatre: () -> [Bool]) -> FollowingSolver {
        let solver = following ?? FollowingSolver(eligibility: eligibility, inTheatre: inTheatre())
        following = solver
        return solver
    }

    /// Rule 4: of all ways to seat these totals one in which most persons stay where they sat.
    /// - Parameters:
    ///   - totals: What ``totals(_:isStopped:)`` gave for this period.
    ///   - previous: Seats of the period before, in any order; of pledges and groups now gone too.
    /// - Returns: Seats by the group's rank, then by the supply's.
    mutating func seats(
        _ period: AssignmentPeriod, totals: AssignmentTotals, previous: [Seat], isStopped: () -> Bool
    ) throws(Superseded) -> [Seat] {
        try continuity.seats(period, totals: totals, previous: previous, isStopped: isStopped)
    }
}
