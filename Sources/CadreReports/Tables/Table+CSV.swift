extension Table {
    /// RFC 4180: a line of titles, then the rows, each ended by CR LF.
    ///
    /// A cell that a spreadsheet would take for a formula is preceded by an apostrophe: names come from the bus.
    public var csv: String {
        ([columns.map(\.title)] + rows).map { cells in
            cells.map(Table.quoted).joined(separator: ",") + "\r\n"
        }.joined()
    }

    private static func quoted(_ cell: String) -> String {
        var text = cell
        if let first = text.first, "=+@\t\r".contains(first) || (first == "-" && Double(text) == nil) {
            text = "'" + text
        }
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
