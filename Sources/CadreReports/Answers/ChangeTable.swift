import CadreContract
import CadreJSON
import CadrePlanning

/// The changes of an estimate by path. Consecutive periods with the same change are one row.
struct ChangeTable {
    /// The number of rows unless all are shown.
    static let rowsMax = 20

    private struct Row {
        var path: String
        /// The indexes of a list to which the change applies, or `nil` if it applies to no list.
        var indexes: ClosedRange<Int>?
        /// Whether the list has one number per period.
        var isSeries = false
        var change: FigureChange
    }

    private let head: EstimateHead?
    private let figures: JSONValue?
    private var rows: [Row] = []

    /// Collects the changes in rows.
    /// - Parameter estimate: The estimate after or before the changes. Without it, lists cannot be distinguished from
    ///   maps, and series have no dates.
    init(_ changes: [FigureChange], of estimate: PublishedEstimate?) {
        head = estimate?.head
        figures = estimate?.json
        // A row of zeros that appears or disappears changes no figure.
        for change in changes where change.difference != 0 { add(change) }
    }

    private mutating func add(_ change: FigureChange) {
        let list = self.list(around: change)
        guard let index = change.steps.last.flatMap({ Int($0) }), change.difference != nil, list.isList else {
            rows.append(Row(path: change.path, change: change))
            return
        }
        let path = "/" + change.path.split(separator: "/").dropLast().joined(separator: "/")
        if let previous = rows.last, previous.path == path, let indexes = previous.indexes,
            indexes.upperBound == index - 1, previous.change.before == change.before,
            previous.change.after == change.after
        {
            rows[rows.count - 1].indexes = indexes.lowerBound...index
        } else {
            rows.append(Row(path: path, indexes: index...index, isSeries: list.isSeries, change: change))
        }
    }

    private func list(around change: FigureChange) -> (isList: Bool, isSeries: Bool) {
        guard let figures, let head else { return (true, false) }
        var value: JSONValue? = figures
        for step in change.steps.dropLast() {
            if let elements = value?.elements {
                value = Int(step).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            } else {
                value = value?[step]
            }
        }
        let count = value?.elements?.count
        return (count != nil, count == head.periods)
    }

    /// Returns the table, without rows if nothing changed.
    /// - Parameter all: Whether all rows are shown.
    func table(_ title: String, all: Bool) -> Table {
        let shown = all ? rows : Array(rows.prefix(ChangeTable.rowsMax))
        let bound = shown.count < rows.count ? " (\(shown.count) of \(rows.count); --all shows all)" : ""
        var table = Table(
            Printable.text(title + bound),
            [
                .init("path"), .init("from"), .init("to"), .init("before", .right), .init("after", .right),
                .init("difference", .right),
            ])
        for row in shown {
            let span = [row.indexes?.lowerBound, row.indexes?.upperBound].map { index in
                index.map { row.isSeries ? head?.date($0) ?? String($0) : String($0) } ?? ""
            }
            table.add(
                [row.path] + span + [
                    ChangeTable.text(row.change.before), ChangeTable.text(row.change.after),
                    row.change.difference.map(Difference.text) ?? "",
                ])
        }
        return table
    }

    /// The characters of a value that is not a number. The answer's JSON has the whole value.
    private static let valueCharactersMax = 60

    private static func text(_ value: JSONValue?) -> String {
        guard let value else { return "–" }
        if let number = value.number?.double { return Numbers.short(number) }
        let text = value.text ?? String(decoding: value.source, as: UTF8.self)
        return text.count <= valueCharactersMax ? text : String(text.prefix(valueCharactersMax - 1)) + "…"
    }
}
