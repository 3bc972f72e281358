import CadreContract
import CadrePlanning

/// Has a row's document judged as the event that it will be, to the last of its problems.
///
/// The contract's judge names the first member that is wrong. That one is then replaced by one that does, and the
/// document judged again: so a row is mended in one go.
struct RowJudge {
    struct Fault: Equatable {
        /// `nil` where it is about none.
        var field: Field?
        /// As the judge names it: `also[2]`.
        var path: String
        var expected: String
        /// Only where it is about no field.
        var found: String
    }

    let kind: SheetKind
    let mission: String
    private let reader = EventReader()

    init(_ kind: SheetKind, mission: String) {
        self.kind = kind
        self.mission = mission
    }

    /// - Returns: The entity, where nothing is wrong; else what is.
    func judge(_ document: RowDocument) -> (key: EntityKey?, faults: [Fault]) {
        var document = document
        var faults: [Fault] = []
        var replaced: Set<String> = []
        while true {
            switch reader.read(payload: event(document)).first {
            case .event(let received): return (faults.isEmpty ? received.event.document.key : nil, faults)
            case .rejected(let rejection):
                let field = rejection.reason == .schema ? kind.field(holding: rejection.member) : nil
                guard let field else {
                    faults.append(Fault(path: "", expected: "an event that is accepted", found: rejection.detail))
                    return (nil, faults)
                }
                guard replaced.insert(field.member).inserted else { return (nil, faults) }
                faults.append(Fault(field: field, path: rejection.member, expected: rejection.expected, found: ""))
                // Which other members there are hangs on the kind.
                guard field.member != "kind" else { return (nil, faults) }
                document[field.member] = Array(field.sample.utf8)
            case .head, nil: return (nil, faults)
            }
        }
    }

    private func event(_ document: RowDocument) -> [UInt8] {
        EventDraft(
            type: kind.type, source: "urn:m", id: "row", time: "2000-01-01T00:00:00Z",
            data: document.data(mission: mission)
        ).bytes
    }
}
