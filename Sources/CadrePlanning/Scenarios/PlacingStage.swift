/// A stage that places people in a period, from an earlier placement if there is one. Key: the period.
///
/// The totals are unique, so the placement from which the solver starts does not show in them.
protocol PlacingStage: Stage where Input == AssignmentInput, Output == PlacedTotals, Tools == SolverTools {
    /// Returns the totals and their placement.
    static func solve(
        _ input: AssignmentInput, from start: [ClassAssignment], _ tools: inout SolverTools
    ) throws(Superseded) -> PlacedTotals
}

extension PlacingStage {
    static func compute(_ input: AssignmentInput, _ tools: inout SolverTools) throws(Superseded) -> PlacedTotals {
        try solve(input, from: tools.start, &tools)
    }

    static func update(
        _ output: PlacedTotals, from old: AssignmentInput, to new: AssignmentInput, _ tools: inout SolverTools
    ) throws(Superseded) -> PlacedTotals {
        try solve(new, from: output.placement, &tools)
    }
}
