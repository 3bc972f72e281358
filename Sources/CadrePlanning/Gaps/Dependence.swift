extension GapsEstimate {
    /// Returns the nations with live pledges that may matter to people or training, in the order of ids.
    static func nations(_ basis: Basis) -> [ID<Nation>] {
        var nations: Set<ID<Nation>> = []
        for entry in basis.pledges where entry.pledge.status.isLive {
            switch entry.pledge.offer {
            case .personnel, .trainingPlaces: nations.insert(entry.pledge.nation)
            case .equipment, .funds: continue
            }
        }
        return nations.sorted()
    }

    /// Returns what `offered` loses without all of a nation's pledges. Source: MODEL § 10.
    static func dependence(
        on nation: ID<Nation>, _ trial: TrialPlan, _ whole: Outcome, isStopped: () -> Bool
    ) throws(Superseded) -> Dependence {
        let basis = trial.basis
        var selection = Selection(
            basis, elementMayBeIn: { _ in false },
            pledgeMayCount: { $0.pledge.status.isLive && $0.pledge.nation != nation })
        selection.elements = trial.offered.selection.elements
        let without = try withSolver(basis, isStopped) { [selection] tools throws(Superseded) in
            Outcome(basis, try ScenarioPlan(basis, selection, detail: .filled, after: trial.offered, &tools))
        }
        return Dependence(nation: nation, loss: whole.gain(over: without))
    }
}
