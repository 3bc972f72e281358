extension Table {
    /// The table by RFC 4180: a line of titles, then the rows, each ended by CR LF.
    ///
    /// A cell that a spreadsheet would take for a formula is preceded by an apostrophe: names come from the bus.
    public var csv: String {
        ([columns.map(\.title)] + rows).map { cells in
            cells.map(Table.quoted).joined(separator: ",") + "\r\n"
        }.joined()
    }

    /// Checks scalars: `=` with an accent is one character to Swift, and a formula to a spreadsheet.
    private static func quoted(_ cell: String) -> String {
        var text = cell
        if let first = text.unicodeScalars.first,
            "=+@\t\r".unicodeScalars.contains(first) || (first == "-" && Double(text) == nil)
        {
            text = "'" + text
        }
        guard text.unicodeScalars.contains(where: mustBeQuoted) else { return text }
        var quoted = "\"".unicodeScalars
        for scalar in text.unicodeScalars {
            quoted.append(scalar)
            if scalar == "\"" { quoted.append(scalar) }
        }
        quoted.append("\"")
        return String(quoted)
    }

    /// Returns whether a scalar is a comma, a quote or a line end of any kind.
    private static func mustBeQuoted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", "\"", "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}
