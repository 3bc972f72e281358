/// The plans that the nations may accept: elements drawn, pledges as offered. Source: MODEL § 9.
///
/// Few elements are undecided: many samples draw the same plan, which is planned once.
struct StructuralReadings: Sendable {
    private(set) var distinct: [Selection] = []
    /// The index among ``distinct``, by sample.
    private(set) var reading: [Int] = []

    init(_ basis: Basis, samples: Int) {
        let draws = Draws(seed: basis.mission.seed)
        var known: [[Bool]: Int] = [:]
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
            if let index = known[selection.elements] {
                reading.append(index)
            } else {
                known[selection.elements] = distinct.count
                reading.append(distinct.count)
                distinct.append(selection)
            }
        }
    }

    /// Returns the people that a plan requires, by period.
    /// - Parameter offered: The plan whose stages are used again.
    func required(
        _ selection: Selection, _ basis: Basis, _ offered: ScenarioPlan, isStopped: () -> Bool
    ) throws(Superseded) -> [Int] {
        try withSolver(basis, isStopped) { tools throws(Superseded) in
            try ScenarioPlan(basis, selection, detail: .filled, after: offered, &tools).strength().required
        }
    }
}

extension RangeEstimate.Structural {
    /// Creates the range.
    /// - Parameter required: The people required, by sample, then period.
    init(_ required: [[Int]], periods: Int) {
        self.init(
            required: .init(required, periods: periods),
            peakRequired: .init(required.map { Double($0.max() ?? 0) }))
    }
}

extension Element.Decision {
    fileprivate var likelihood: ScalarFactor {
        self == .returned ? .likelihoodReturned : .likelihoodUndecided
    }
}
