import CadreContract
import CadreJSON

/// Conversion of a number in a cell to a JSON number.
enum NumberCell {
    /// Returns the number as JSON, or `nil` if the cell is not a number in the sheet's notation.
    static func json(_ cell: String, _ decimal: Conventions.DecimalSign?) -> String? {
        guard let decimal else { return checked(cell) }
        let point: Unicode.Scalar = decimal == .comma ? "," : "."
        let group: Unicode.Scalar = decimal == .comma ? "." : ","
        let parts = cell.unicodeScalars.split(separator: point, maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ ungrouped($0, by: group) }) else { return nil }
        return checked(parts.count == 1 ? whole : "\(whole).\(String(parts[1]))")
    }

    /// Returns a number like `json`, but `60 %` is 0.6.
    static func share(_ cell: String, _ decimal: Conventions.DecimalSign?) -> String? {
        guard cell.unicodeScalars.last == "%" else { return json(cell, decimal) }
        guard let number = json(CellText.trimmed(cell.unicodeScalars.dropLast().text), decimal),
            let percent = Double(number)
        else { return nil }
        var writer = JSONWriter(capacity: 24)
        writer.value(percent / 100)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Returns the digits without separators of thousands: groups of three, after one to three digits.
    private static func ungrouped(_ whole: Substring.UnicodeScalarView, by group: Unicode.Scalar) -> String? {
        let parts = whole.split(omittingEmptySubsequences: false) {
            $0 == group || $0 == "'" || $0 == "\u{2019}" || CellText.isBlank($0)
        }
        guard parts.count > 1 else { return String(whole) }
        let lead = parts[0].first == "-" ? parts[0].dropFirst() : parts[0]
        guard (1...3).contains(lead.count), parts.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        return parts.map { String($0) }.joined()
    }

    /// Returns the number as JSON, or `nil` if it is not one. Leading zeros, which JSON forbids, are removed.
    private static func checked(_ text: String) -> String? {
        let sign = text.utf8.first == UInt8(ascii: "-") ? "-" : ""
        var digits = text.utf8.dropFirst(sign.utf8.count)
        while digits.first == UInt8(ascii: "0"), let next = digits.dropFirst().first, (0x30...0x39).contains(next) {
            digits = digits.dropFirst()
        }
        let json = Array(sign.utf8) + Array(digits)
        guard let value = try? JSONValue(parsing: json), value.kind == .number else { return nil }
        return String(decoding: value.source, as: UTF8.self)
    }
}

extension Sequence<Unicode.Scalar> {
    var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: self)
        return String(view)
    }
}
