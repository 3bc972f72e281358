/// The filling: only rule 1 of MODEL § 7, for plans that need no names on posts. Key: the period.
enum FillStage: Stage {
    static func compute(_ input: AssignmentInput, _ tools: inout SolverTools) throws(Superseded) -> PlacedTotals {
        try solve(input, from: tools.start, &tools)
    }

    static func update(
        _ output: PlacedTotals, from old: AssignmentInput, to new: AssignmentInput, _ tools: inout SolverTools
    ) throws(Superseded) -> PlacedTotals {
        try solve(new, from: output.placement, &tools)
    }

    private static func solve(
        _ input: AssignmentInput, from start: [ClassAssignment], _ tools: inout SolverTools
    ) throws(Superseded) -> PlacedTotals {
        let (filled, placement) = try tools.solver.fill(input.period, from: start, isStopped: tools.isStopped)
        return PlacedTotals(AssignmentTotals(filled: filled, used: [], usedInTheatre: []), placement)
    }
}
