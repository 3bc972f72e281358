import CadreContract
import CadrePlanning

/// Finds the names in rows that are unknown to the plan with these rows in it. They are not errors, since the named
/// entities may follow later, but usually typing mistakes. Source: MODEL § 2, `unresolved`.
struct UnknownNames {
    private var documents: CurrentDocuments
    private let reader = EventReader()

    init(_ current: StandingEntities) {
        documents = CurrentDocuments(mission: current.mission)
        for kind in EntityKind.allCases {
            for case let event? in current.entities(of: kind).lazy.map(\.event) { join(event) }
        }
    }

    mutating func join(_ event: [UInt8]) {
        if case .event(let received)? = reader.read(payload: event).first { join(received) }
    }

    private mutating func join(_ received: ReceivedEvent) {
        documents.join(received.event, sequence: documents.revision + 1)
    }

    /// Returns the unknown names of each entity of a kind, by the entity's id.
    func byID(_ kind: EntityKind) -> [String: [String]] {
        var names: [String: [String]] = [:]
        for row in documents.unresolved(defaults: DefaultFactors.all) where row.entity.rawValue == kind.rawValue {
            names[row.id, default: []].append(row.missing)
        }
        return names
    }
}

extension SheetImport {
    /// Returns the unknown names in new or changed rows; a name in several rows is reported once.
    func unknownNames(_ plan: ImportPlan) -> [SheetProblem] {
        guard let current = setting.current, !plan.events.isEmpty else { return [] }
        var names = UnknownNames(current)
        for entry in plan.events { names.join(entry.event) }
        let unknown = names.byID(setting.kind.entity)
        var problems: [SheetProblem] = []
        var told: [String: Int] = [:]
        for entry in plan.events {
            guard let missing = unknown[entry.id], let file = entry.file, let line = entry.line else { continue }
            let found = "\(missing.joined(separator: ", ")), unknown or without effect"
            if let known = told[found] {
                problems[known].rows += 1
            } else {
                told[found] = problems.count
                problems.append(
                    SheetProblem(file: file, line: line, expected: "names that the plan knows", found: found))
            }
        }
        return problems
    }
}
