/// Plans `offered` with some pledges in place of others, as far as the comparison of their effect needs.
/// Source: MODEL § 10.
struct TrialPlan: Sendable {
    let basis: Basis
    let offered: ScenarioPlan

    /// Returns the outcome with these pledges.
    /// - Returns: `nil` if the mission is not defined, which it is.
    func outcome(
        with pledges: [(id: ID<Pledge>, pledge: Pledge)], isStopped: () -> Bool
    ) throws(Superseded) -> Outcome? {
        var documents = basis.documents
        for (id, pledge) in pledges { documents.overlay(.pledge(id, pledge)) }
        guard let changed = try Basis(documents, defaults: basis.defaults, after: basis) else { return nil }
        return try withSolver(changed, isStopped) { tools throws(Superseded) in
            let plan = try ScenarioPlan(
                changed, Selection(changed, scenario: .offered), detail: .filled,
                after: changed.hasNumbers(of: basis) ? offered : nil, &tools)
            return Outcome(changed, plan)
        }
    }
}
