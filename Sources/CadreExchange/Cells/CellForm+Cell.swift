import CadreContract
import CadreJSON

// Conversion of a document's member to the cell that reads back as the same value.
extension CellForm {
    /// Returns the cell of a value that the contract has accepted; members without a value are omitted.
    func cell(_ value: JSONValue) -> String {
        let text = plainText(value)
        // An absent value is an empty cell; only a text can be present and empty.
        guard self == .text ? text != nil : text?.isEmpty == false, let text else { return "" }
        return isNumeric ? text : CellText.cell(of: text)
    }

    private func plainText(_ value: JSONValue) -> String? {
        switch self {
        case .text, .name, .word, .capitals, .day: value.text
        case .number, .share: Self.number(value)
        case .flag: value.boolean.map { $0 ? "true" : "false" }
        case .names: value.elements?.compactMap(\.text).joined(separator: "; ")
        case .quantities:
            value.members?.map { "\($0.name)=\(Self.number($0.value) ?? "")" }.joined(separator: "; ")
        case .hosting:
            value.members?.map { [$0.name, $0.value.text].compactMap(\.self).joined(separator: "=") }
                .joined(separator: "; ")
        case .instructors: value.elements?.map(Self.instructors).joined(separator: "; ")
        }
    }

    private static func instructors(_ entry: JSONValue) -> String {
        let capability = entry["capability"]?.text ?? ""
        if let count = entry["count"].flatMap(number) { return "\(capability)=\(count)" }
        return "\(capability)=1/\(entry["perStudents"].flatMap(number) ?? "")"
    }

    /// Returns the shortest text that reads back as the same number; whole numbers have no point.
    private static func number(_ value: JSONValue) -> String? {
        guard let number = value.number else { return nil }
        var writer = JSONWriter(capacity: 24)
        if let whole = number.integer.flatMap({ Int(exactly: $0) }) {
            writer.value(whole)
        } else {
            writer.value(number.double)
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
