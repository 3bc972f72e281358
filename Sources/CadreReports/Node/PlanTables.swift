import CadreContract
import CadreJSON

/// The current documents of a plan as a person reads them.
public enum PlanTables {
    /// Returns the documents of an answer of `plan.get`.
    public static func entities(_ answer: PlanGet.Answer) -> Table {
        var table = Table(
            "current documents",
            [.init("kind"), .init("id"), .init("date"), .init("source"), .init("event"), .init("document")])
        for entity in answer.entities {
            table.add([
                entity.key.kind.rawValue, entity.key.id, entity.stamp.time.day.text, entity.stamp.source,
                entity.stamp.id, text(entity.document),
            ])
        }
        return table
    }

    /// Returns the members of a document in one line, or its text if it is not JSON.
    private static func text(_ document: [UInt8]) -> String {
        do throws(JSONFault) {
            let members = try JSONValue(parsing: document, depthMax: ControlLimits.answerDepthMax).members ?? []
            return members.filter { !hidden.contains($0.name) }
                .map { "\($0.name) \($0.value.text ?? String(decoding: $0.value.source, as: UTF8.self))" }
                .joined(separator: ", ")
        } catch {
            return String(decoding: document, as: UTF8.self)
        }
    }

    /// The members that are not shown: the mission, which the request names, and the note.
    private static let hidden: Set<String> = [EventTable.missionName, EventTable.note.name]
}
