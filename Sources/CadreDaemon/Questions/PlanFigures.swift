import CadreContract
import CadrePlanning

/// Some estimates of one plan, encoded, to be compared with those of another.
struct PlanFigures: Sendable {
    /// One of them.
    struct Document: Sendable {
        let head: EstimateHead
        let encoded: EncodedEstimate

        /// Its data. What we wrote is JSON: there is one.
        var value: JSONValue? {
            try? JSONValue(parsing: encoded.data(head), depthMax: ControlLimits.answerDepthMax)
        }
    }

    private(set) var documents: [EstimateName: Document] = [:]

    subscript(name: EstimateName) -> Document? {
        get { documents[name] }
        set { documents[name] = newValue }
    }

    /// What of one estimate differs in another plan.
    func changes(to other: PlanFigures, _ name: EstimateName) -> [FigureChange] {
        let before = documents[name]
        let after = other.documents[name]
        guard before?.encoded != after?.encoded else { return [] }
        return FigureChange.between(before?.value, after?.value)
    }
}

extension PlannedMission {
    /// The estimates of these names. The summary's range is there where `range` is asked for too: it takes as long.
    /// - Parameter samples: Of each range; 0: none.
    func documents(
        _ names: [EstimateName], samples: Int, isStopped: () -> Bool
    ) throws(Superseded) -> PlanFigures {
        var estimates = estimates
        if names.contains(.gaps) { estimates.gaps = try gaps(isStopped: isStopped) }
        if names.contains(.range), samples > 0 {
            estimates.take(try range(samples: samples, isStopped: isStopped))
        }
        var figures = PlanFigures()
        for name in names {
            figures[name] = EncodedEstimate(name, of: estimates).map {
                PlanFigures.Document(head: estimates.head, encoded: $0)
            }
        }
        return figures
    }
}
