extension Table {
    /// Returns the table in lines that fit a terminal: columns shrink, the widest first; shortened cells end in `…`.
    /// - Parameter width: The characters of a line, or `nil` for lines of any width.
    public func text(width: Int? = nil) -> String {
        let widths = fitted(to: width)
        func line(_ cells: [String]) -> String {
            let cells = columns.indices.map { index in
                padded(cells[index], to: widths[index], columns[index].alignment)
            }
            return Table.withoutTrailingBlanks(cells.joined(separator: "  "))
        }
        var lines = [
            Printable.text(title), line(columns.map(\.title)), line(widths.map { String(repeating: "─", count: $0) }),
        ]
        lines += rows.map(line)
        if rows.isEmpty { lines.append("(nothing)") }
        return lines.joined(separator: "\n")
    }

    private func fitted(to width: Int?) -> [Int] {
        var widths = columns.indices.map { index in
            max(columns[index].title.count, rows.reduce(0) { max($0, $1[index].count) })
        }
        guard let width else { return widths }
        let available = max(width - 2 * (columns.count - 1), columns.count * Table.widthMin)
        while widths.reduce(0, +) > available, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > Table.widthMin
        {
            widths[widest] -= 1
        }
        return widths
    }

    /// The width below which a column is unreadable.
    private static let widthMin = 4

    private func padded(_ cell: String, to width: Int, _ alignment: Column.Alignment) -> String {
        let oneLine = Printable.text(cell)
        let shown = oneLine.count <= width ? oneLine : String(oneLine.prefix(max(0, width - 1))) + "…"
        let blanks = String(repeating: " ", count: width - shown.count)
        return alignment == .left ? shown + blanks : blanks + shown
    }

    private static func withoutTrailingBlanks(_ line: String) -> String {
        var end = line.endIndex
        while end > line.startIndex, line[line.index(before: end)] == " " { end = line.index(before: end) }
        return String(line[..<end])
    }
}
