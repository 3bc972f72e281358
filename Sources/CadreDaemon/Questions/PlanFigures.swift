import CadreContract
import CadreJSON
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

    /// What they were read off: the next plan begins with it.
    let planned: PlannedMission
    private let documents: [EstimateName: Document]

    /// The estimates of these names. The summary's range is there where `range` is asked for too: it takes as long.
    /// - Parameter samples: Of each range; 0: none.
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

    /// What of one estimate differs in another plan.
    /// - Parameters: `nil`: the mission is not defined.
    static func changes(_ before: PlanFigures?, _ after: PlanFigures?, _ name: EstimateName) -> [FigureChange] {
        let (old, new) = (before?[name], after?[name])
        guard old?.encoded != new?.encoded else { return [] }
        return FigureChange.between(old?.value, new?.value)
    }
}
