import CadreContract
import CadreJSON

// Conversion of a cell to JSON. A cell that cannot be converted is passed on as text: the validation of the event then
// reports the expected value, and no check is duplicated.
extension CellForm {
    /// Returns the JSON of a cell.
    /// - Parameter text: The cell without apostrophe, translated; empty only for an empty text.
    func json(_ text: String, _ conventions: Conventions) -> [UInt8] {
        var writer = JSONWriter(capacity: text.utf8.count + 16)
        let trimmed = CellText.trimmed(text)
        switch self {
        case .text: writer.value(text)
        case .name: writer.value(trimmed)
        case .word: writer.value(trimmed.lowercased())
        case .capitals: writer.value(trimmed.uppercased())
        case .number: writer.number(NumberCell.json(trimmed, conventions.decimal), else: trimmed)
        case .share: writer.number(NumberCell.share(trimmed, conventions.decimal), else: trimmed)
        case .flag:
            if let flag = Self.flag(trimmed) { writer.value(flag) } else { writer.value(trimmed) }
        case .day: writer.value(Self.day(trimmed, conventions))
        case .names: writer.value(Self.entries(trimmed))
        case .quantities:
            writer.object { object in
                for (name, value) in Self.pairs(trimmed) {
                    object.name(name)
                    object.number(value.flatMap { NumberCell.json($0, conventions.decimal) }, else: value ?? "")
                }
            }
        case .hosting:
            writer.object { object in
                for (name, value) in Self.pairs(trimmed) { object.member(name, value) }
            }
        case .instructors: Self.writeInstructors(trimmed, to: &writer)
        }
        return writer.bytes
    }

    private static func flag(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "1": true
        case "false", "no", "0": false
        default: nil
        }
    }

    /// Returns the day in ISO 8601 if it can be read, else the text. The midnight that spreadsheets add is dropped.
    private static func day(_ text: String, _ conventions: Conventions) -> String {
        var text = text
        for midnight in [" 00:00:00", "T00:00:00", " 00:00"] where text.hasSuffix(midnight) {
            text = String(text.dropLast(midnight.count))
        }
        for pattern in conventions.dates {
            if let day = pattern.day(text) { return day.text }
        }
        return text
    }

    static func entries(_ text: String) -> [String] {
        text.unicodeScalars.split { CellText.isBlank($0) || $0 == ";" || $0 == "," }.map { String($0) }
    }

    /// Returns the entries `NAME=VALUE`, separated by `;` or line breaks. A value is `nil` if there is no `=`.
    private static func pairs(_ text: String) -> [(name: String, value: String?)] {
        text.unicodeScalars.split { $0 == ";" || $0 == "\n" || $0 == "\r" }.compactMap { entry in
            let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = CellText.trimmed(String(parts.first ?? entry))
            let value = parts.count > 1 ? CellText.trimmed(String(parts[1])) : nil
            return name.isEmpty && value == nil ? nil : (name, value)
        }
    }

    private static func writeInstructors(_ text: String, to writer: inout JSONWriter) {
        writer.array { array in
            for (name, value) in pairs(text) {
                let ratio = value?.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false) ?? []
                let isRatio = ratio.count == 2 && CellText.trimmed(String(ratio[0])) == "1"
                let amount = isRatio ? CellText.trimmed(String(ratio[1])) : value ?? ""
                array.object { object in
                    object.member("capability", name)
                    object.name(isRatio ? "perStudents" : "count")
                    object.number(NumberCell.json(amount, nil), else: amount)
                }
            }
        }
    }
}

extension JSONWriter {
    /// Writes a number that is already JSON, or the text if it is not a number.
    fileprivate mutating func number(_ json: String?, else text: String) {
        if let json { raw(json.utf8) } else { value(text) }
    }
}
