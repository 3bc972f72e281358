import CadreContract
import CadreJSON

/// The documents that stand, as a person reads them.
public enum PlanTables {
    /// - Parameter data: The result of `plan.get`.
    public static func entities(_ data: JSONValue) -> Table {
        var table = Table(
            "documents that stand",
            [.init("kind"), .init("id"), .init("said on"), .init("by"), .init("event"), .init("document")])
        for entity in data["entities"]?.elements ?? [] {
            let event = entity["event"]
            let shown = (entity["document"]?.members ?? []).filter { !known.contains($0.name) }
                .map { "\($0.name) \($0.value.text ?? String(decoding: $0.value.source, as: UTF8.self))" }
            table.add([
                entity["kind"]?.text ?? "", entity["id"]?.text ?? "",
                String((event?["time"]?.text ?? "").prefix(10)), event?["source"]?.text ?? "",
                event?["id"]?.text ?? "", shown.joined(separator: ", "),
            ])
        }
        return table
    }

    /// Said by the other columns, or by the question.
    private static let known: Set<String> = ["mission", "note"]
}
