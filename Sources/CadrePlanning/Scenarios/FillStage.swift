/// The filling: only rule 1 of MODEL § 7, for plans that need no names on posts.
enum FillStage: PlacingStage {
    static func solve(
        _ input: AssignmentInput, from start: [ClassAssignment], _ tools: inout SolverTools
    ) throws(Superseded) -> PlacedTotals {
        let (filled, placement) = try tools.solver.fill(input.period, from: start, isStopped: tools.isStopped)
        return PlacedTotals(AssignmentTotals(filled: filled, used: [], usedInTheatre: []), placement)
    }
}
