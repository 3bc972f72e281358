/// The representation of a text in a cell.
///
/// A spreadsheet executes a cell that begins with `=`, `+`, `-`, `@`, a tab or a return, and texts come from the bus:
/// such a cell gets an apostrophe before it. So does an empty text, since an empty cell means no value, and a text that
/// begins with an apostrophe and would otherwise be read as one of these. Reading removes it again, exactly.
enum CellText {
    private static let apostrophe = UInt8(ascii: "'")

    static func cell(of text: String) -> String {
        text.isEmpty || isRun(text.utf8.first) || plain(text) != text ? "'" + text : text
    }

    /// Returns the text of a cell, which is not empty.
    static func plain(_ cell: String) -> String {
        guard cell.utf8.first == apostrophe else { return cell }
        let rest = cell.utf8.dropFirst()
        guard rest.isEmpty || rest.first == apostrophe || isRun(rest.first) else { return cell }
        return String(cell.unicodeScalars.dropFirst())
    }

    private static func isRun(_ byte: UInt8?) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
        default: false
        }
    }

    /// Returns whether a text has no visible characters.
    static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isBlank) }

    /// Returns a text without blanks at its ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(text[first...last])
    }

    /// Returns whether a character is a blank; also no-break blanks, which spreadsheets put into numbers.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    /// Returns the part of a name that is compared: letters and digits, in lower case.
    static func folded(_ name: String) -> String {
        let kept = name.unicodeScalars.filter { !isBlank($0) && $0 != "_" && $0 != "-" && $0 != "." }
        return String(String.UnicodeScalarView(kept)).lowercased()
    }

    /// Returns the form of a value that is looked up for translation.
    static func word(_ value: String) -> String { trimmed(value).lowercased() }

    /// Returns a cell in quotes and in one line, shortened if it is long: for people.
    static func shown(_ cell: String) -> String {
        let isLong = cell.count > ExchangeLimits.shownCharactersMax
        return "\"\(isLong ? cell.prefix(ExchangeLimits.shownCharactersMax) + "…" : cell[...])\""
    }
}
