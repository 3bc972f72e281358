/// Filling, calling up and theatre: rules 1 to 3 of MODEL § 7. Key: the period.
enum TotalsStage: Stage {
    static func compute(_ input: AssignmentInput, _ tools: inout SolverTools) throws(Superseded) -> PlacedTotals {
        try solve(input, from: tools.start, &tools)
    }

    /// Starts from the earlier placement: the totals are unique, so the start does not show.
    static func update(
        _ output: PlacedTotals, from old: AssignmentInput, to new: AssignmentInput, _ tools: inout SolverTools
    ) throws(Superseded) -> PlacedTotals {
        try solve(new, from: output.placement, &tools)
    }

    private static func solve(
        _ input: AssignmentInput, from start: [ClassAssignment], _ tools: inout SolverTools
    ) throws(Superseded) -> PlacedTotals {
        let (totals, placement) = try tools.solver.totals(input.period, from: start, isStopped: tools.isStopped)
        return PlacedTotals(totals, placement)
    }
}
