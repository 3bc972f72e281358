/// The assignment of persons to posts, one period at a time. Source: MODEL § 7.
///
/// A result depends only on the arguments of the call. Totals are unique. Group assignments are a fixed function of the
/// period, its totals and the assignments of the previous period, with ties broken by rank. Only memory is kept from
/// call to call, never a result: a solver serves any periods of any scenarios in any order, on one thread at a time.
/// Copies share that memory.
struct AssignmentSolver {
    private let totalsSolver: TotalsSolver
    private let continuitySolver: ContinuitySolver

    init(eligibility: Eligibility) {
        let matrix = EligibilityMatrix(eligibility)
        totalsSolver = TotalsSolver(matrix)
        continuitySolver = ContinuitySolver(matrix)
    }

    /// Returns the posts filled, per group, and a placement that fills them: only rule 1.
    /// - Parameters:
    ///   - start: Any placement: a nearly right one saves time, and none shows in `filled`. Empty: from scratch.
    ///   - isStopped: Called between searches. A search of ten thousand classes takes about a millisecond.
    /// - Throws: `Superseded` if `isStopped` returns `true`.
    mutating func fill(
        _ period: AssignmentPeriod, from start: [ClassAssignment], isStopped: () -> Bool
    ) throws(Superseded) -> (filled: [Int], placement: [ClassAssignment]) {
        totalsSolver.load(period, from: start)
        var check = CancellationCheck()
        let filled = try totalsSolver.fill(period.groups, &check, isStopped: isStopped)
        return (filled, totalsSolver.placement)
    }

    /// Returns the totals and a placement with these totals: rules 1 to 3.
    /// - Parameters:
    ///   - start: Any placement: a nearly right one saves time, and none shows in the totals. Empty: from scratch.
    ///   - isStopped: Called between searches.
    /// - Throws: `Superseded` if `isStopped` returns `true`.
    mutating func totals(
        _ period: AssignmentPeriod, from start: [ClassAssignment], isStopped: () -> Bool
    ) throws(Superseded) -> (totals: AssignmentTotals, placement: [ClassAssignment]) {
        totalsSolver.load(period, from: start)
        var check = CancellationCheck()
        let filled = try totalsSolver.fill(period.groups, &check, isStopped: isStopped)
        let used = try totalsSolver.callUp(period.supplies, &check, isStopped: isStopped)
        let usedInTheatre = try totalsSolver.bringIntoTheatre(
            period.supplies, used: used, &check, isStopped: isStopped)
        let totals = AssignmentTotals(filled: filled, used: used, usedInTheatre: usedInTheatre)
        return (totals, totalsSolver.placement)
    }

    /// Returns the assignment with these totals in which most persons stay in the group of the previous period: rule 4.
    /// - Parameters:
    ///   - totals: The result of ``totals(_:from:isStopped:)`` for this period.
    ///   - previous: The assignments of the previous period, in any order; also of pledges and groups now gone.
    ///   - isStopped: Called between searches.
    /// - Returns: The assignments by the rank of the first group of their key, then by the supply's.
    /// - Throws: `Superseded` if `isStopped` returns `true`.
    mutating func assignments(
        _ period: AssignmentPeriod, totals: AssignmentTotals, previous: [GroupAssignment], isStopped: () -> Bool
    ) throws(Superseded) -> [GroupAssignment] {
        try continuitySolver.assignments(period, totals: totals, previous: previous, isStopped: isStopped)
    }
}
