extension RangeEstimate.Structural {
    /// The doubt about which plan the nations accept: elements drawn, pledges as offered. Source: MODEL § 9.
    /// - Parameter offered: The plan whose stages the samples share.
    init(
        _ basis: Basis, _ offered: ScenarioPlan, samples: Int, _ tools: inout SolverTools
    ) throws(Superseded) {
        let draws = Draws(seed: basis.mission.seed)
        // Few elements are undecided: many samples have the same plan.
        var known: [[Bool]: [Int]] = [:]
        var series: [[Int]] = []
        for sample in 0..<samples {
            let selection = Selection(
                basis,
                elementMayBeIn: { entry in
                    switch entry.decision {
                    case .accepted: return true
                    case .rejected: return false
                    case .undecided, .returned:
                        let likelihood = entry.likelihood ?? basis.factors[entry.decision.likelihood]
                        return draws.uniform(sample, "element", entry.id.text) < likelihood
                    }
                },
                pledgeMayCount: { $0.pledge.status.isLive })
            if let before = known[selection.elements] {
                series.append(before)
                continue
            }
            let plan = try ScenarioPlan(basis, selection, detail: .filled, after: offered, &tools)
            let required = plan.strength().required
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
