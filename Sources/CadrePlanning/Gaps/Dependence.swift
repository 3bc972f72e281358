extension GapsEstimate {
    /// Returns what `offered` loses without all of a nation's pledges, nation by nation. Source: MODEL § 10.
    static func dependence(
        _ basis: Basis, _ plan: ScenarioPlan, _ tools: inout SolverTools
    ) throws(Superseded) -> [Dependence] {
        let whole = Outcome(basis, plan)
        var nations: Set<ID<Nation>> = []
        for entry in basis.pledges where entry.pledge.status.isLive {
            switch entry.pledge.offer {
            case .personnel, .trainingPlaces: nations.insert(entry.pledge.nation)
            case .equipment, .funds: continue
            }
        }
        var all: [Dependence] = []
        for nation in nations.sorted() {
            var selection = Selection(
                basis, elementMayBeIn: { _ in false },
                pledgeMayCount: { $0.pledge.status.isLive && $0.pledge.nation != nation })
            selection.elements = plan.selection.elements
            let without = try ScenarioPlan(basis, selection, detail: .filled, after: plan, &tools)
            all.append(Dependence(nation: nation, loss: whole.gain(over: Outcome(basis, without))))
        }
        return all.sorted { a, b in a.loss.isMore(than: b.loss) ?? (a.nation < b.nation) }
    }
}
