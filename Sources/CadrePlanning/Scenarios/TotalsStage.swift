/// Filling, calling up and theatre: rules 1 to 3 of MODEL § 7.
enum TotalsStage: PlacingStage {
    static func solve(
        _ input: AssignmentInput, from start: [ClassAssignment], _ tools: inout SolverTools
    ) throws(Superseded) -> PlacedTotals {
        let (totals, placement) = try tools.solver.totals(input.period, from: start, isStopped: tools.isStopped)
        return PlacedTotals(totals, placement)
    }
}
