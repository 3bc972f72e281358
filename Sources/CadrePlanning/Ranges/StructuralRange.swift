extension RangeEstimate.Structural {
    /// What plan the nations will accept: elements drawn, pledges as offered. Source: MODEL § 9.
    init(
        _ basis: Basis, samples: Int, solver: inout AssignmentSolver, isStopped: () -> Bool
    ) throws(Superseded) {
        let draws = Draws(seed: basis.mission.seed)
        // Few elements are undecided: many samples come out with the same plan.
        var known: [[Bool]: [Int]] = [:]
        var series: [[Int]] = []
        for sample in 0..<samples {
            let selection = Selection(
                basis,
                elementMayBeIn: { index in
                    let entry = basis.elements[index]
                    switch entry.element.decision {
                    case .accepted: return true
                    case .rejected: return false
                    case .undecided, .returned:
                        let likelihood = entry.element.likelihood ?? basis.factors[entry.element.decision.likelihood]
                        return draws.uniform(sample, "element", entry.id.text) < likelihood
                    }
                },
                pledgeMayCount: { basis.pledges[$0].pledge.status.isLive })
            if let before = known[selection.elements] {
                series.append(before)
                continue
            }
            let plan = try ScenarioPlan(basis, selection, solver: &solver, depth: .filled, isStopped: isStopped)
            let required = plan.strength(basis).required
            known[selection.elements] = required
            series.append(required)
        }
        self.init(
            required: .init(series, periods: basis.horizon.periods),
            peakRequired: .init(series.map { Double($0.max() ?? 0) }))
    }
}

extension Element.Decision {
    fileprivate var likelihood: ScalarFactor {
        self == .returned ? .likelihoodReturned : .likelihoodUndecided
    }
}
