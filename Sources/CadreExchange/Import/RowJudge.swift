import CadreContract
import CadrePlanning

/// Validates a row's document as the event that it would become, and finds all its problems.
///
/// Validation of an event names the first invalid member. The loop replaces that member by a valid one and validates
/// the document again, so that all problems of a row can be fixed at once.
struct RowJudge {
    struct Fault: Equatable {
        /// The field, or `nil` if the fault concerns none.
        var field: Field?
        /// The path as validation names it: `also[2]`.
        var path: String
        var expected: String
        /// The value found; used only if the fault concerns no field.
        var found: String
    }

    let kind: SheetKind
    let mission: String
    private let reader = EventReader()

    init(_ kind: SheetKind, mission: String) {
        self.kind = kind
        self.mission = mission
    }

    /// Validates a document.
    /// - Returns: The entity if the document is valid; otherwise the faults.
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
                // The kind determines which other members exist.
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
