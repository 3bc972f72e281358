import CadreContract
import CadreJSON

/// Changes of an estimate by path, for whoever wants to know exactly. Periods that follow each other and changed alike
/// are one row.
struct ChangeTable {
    /// Rows that are shown where not all are asked for.
    static let rowsMax = 20

    private struct Row {
        var path: String
        /// The places in a list that the change is about; `nil`: no list.
        var places: ClosedRange<Int>?
        /// Whether the list has a number a period.
        var isSeries = false
        var change: FigureChange
    }

    private let document: JSONValue?
    private let frame: EstimateFrame?
    private var rows: [Row] = []

    /// - Parameter document: The estimate's data after or before the changes; `nil`: lists are not told from maps, and
    ///   series have no dates.
    init(_ changes: [FigureChange], of document: JSONValue?) {
        self.document = document.flatMap { $0.isNull ? nil : $0 }
        frame = self.document.map(EstimateFrame.init)
        // A row of zeros that comes or goes moves nothing.
        for change in changes where change.difference != 0 { add(change) }
    }

    private mutating func add(_ change: FigureChange) {
        let list = self.list(around: change)
        guard let place = change.steps.last.flatMap({ Int($0) }), change.difference != nil, list.isList else {
            rows.append(Row(path: change.path, change: change))
            return
        }
        let path = "/" + change.path.split(separator: "/").dropLast().joined(separator: "/")
        if let previous = rows.last, previous.path == path, let places = previous.places,
            places.upperBound == place - 1, previous.change.before == change.before,
            previous.change.after == change.after
        {
            rows[rows.count - 1].places = places.lowerBound...place
        } else {
            rows.append(Row(path: path, places: place...place, isSeries: list.isSeries, change: change))
        }
    }

    private func list(around change: FigureChange) -> (isList: Bool, isSeries: Bool) {
        guard let document, let frame else { return (true, false) }
        var value: JSONValue? = document
        for step in change.steps.dropLast() {
            if let elements = value?.elements {
                value = Int(step).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            } else {
                value = value?[step]
            }
        }
        let count = value?.elements?.count
        return (count != nil, count == frame.periods)
    }

    /// - Parameter all: Whether there is no bound.
    /// - Returns: Without rows where nothing changed.
    func table(_ what: String, all: Bool) -> Table {
        let shown = all ? rows : Array(rows.prefix(ChangeTable.rowsMax))
        let bound = shown.count < rows.count ? " (\(shown.count) of \(rows.count); --all shows all)" : ""
        var table = Table(
            Printable.text(what + bound),
            [
                .init("path"), .init("from"), .init("to"), .init("before", .right), .init("after", .right),
                .init("difference", .right),
            ])
        for row in shown {
            let span = [row.places?.lowerBound, row.places?.upperBound].map { place in
                place.map { row.isSeries ? frame?.date($0) ?? String($0) : String($0) } ?? ""
            }
            table.add(
                [row.path] + span + [
                    ChangeTable.text(row.change.before), ChangeTable.text(row.change.after),
                    row.change.difference.map(Difference.text) ?? "",
                ])
        }
        return table
    }

    /// Characters of a value that is no number; the whole is in the answer's JSON.
    private static let valueCharactersMax = 60

    private static func text(_ value: JSONValue?) -> String {
        guard let value else { return "–" }
        if let number = value.number?.double { return Numbers.short(number) }
        let text = value.text ?? String(decoding: value.source, as: UTF8.self)
        return text.count <= valueCharactersMax ? text : String(text.prefix(valueCharactersMax - 1)) + "…"
    }
}
