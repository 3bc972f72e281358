import CadreContract
import CadreJSON
import CadrePlanning

/// Some encoded estimates of one plan, for the comparison with those of another.
struct PlanFigures: Sendable {
    /// One estimate.
    struct Document: Sendable {
        let head: EstimateHead
        let encoded: EncodedEstimate

        /// The data of the estimate. The encoder writes JSON, so that there always is one.
        var value: JSONValue? {
            try? JSONValue(parsing: encoded.data(head), depthMax: ControlLimits.answerDepthMax)
        }
    }

    /// The plan of these estimates, from which the next one starts.
    let planned: PlannedMission
    private let documents: [EstimateName: Document]

    /// Computes and encodes estimates. The summary contains its range if `range` is wanted too, which takes as long.
    /// - Parameter samples: The number of samples of each range; 0 for none.
    init(
        _ plan: PlannedMission, _ names: [EstimateName], samples: Int, isStopped: () -> Bool
    ) throws(Superseded) {
        var planned = plan
        if names.contains(where: { $0.work == .manning }) { try planned.assign(isStopped: isStopped) }
        let rangesAndGaps = try planned.rangesAndGaps(
            Set(names.filter { $0.work == .rangesAndGaps }), samples: samples, isStopped: isStopped)
        let head = planned.estimates.head
        let exact = names.filter { $0.work != .rangesAndGaps }.compactMap { EncodedEstimate($0, of: planned.estimates) }
        var documents: [EstimateName: Document] = [:]
        for encoded in exact + rangesAndGaps where names.contains(encoded.name) {
            documents[encoded.name] = Document(head: head, encoded: encoded)
        }
        self.planned = planned
        self.documents = documents
    }

    subscript(name: EstimateName) -> Document? { documents[name] }

    /// Returns the differences of one estimate between two plans; `nil` stands for a mission that is not defined.
    static func changes(_ before: PlanFigures?, _ after: PlanFigures?, _ name: EstimateName) -> [FigureChange] {
        let (old, new) = (before?[name], after?[name])
        guard old?.encoded != new?.encoded else { return [] }
        return FigureChange.between(old?.value, new?.value)
    }
}
