/// Filling, calling up and theatre: rules 1 to 3 of MODEL § 7.
enum TotalsStage: PlacingStage {
    static func solve(
        _ input: AssignmentInput, from start: [ClassAssignment], _ tools: inout SolverTools
    ) throws(Superseded) -> PlacedTotals {
        let (totals, placement) = try tools.solver.totals(input.period, from: start, isStopped: tools.isStopped)
        return PlacedTotals(totals, placement)
    }

    /// Searches only if persons who have a post, or may get one, come or go.
    static func update(
        _ output: PlacedTotals, from old: AssignmentInput, to new: AssignmentInput, _ tools: inout SolverTools
    ) throws(Superseded) -> PlacedTotals {
        if old.epoch == new.epoch, old.groups == new.groups,
            let totals = SpareSupplies.totals(output.totals, from: old.supplies, to: new.supplies)
        {
            return PlacedTotals(totals, output.placement)
        }
        return try solve(new, from: output.placement, &tools)
    }
}
