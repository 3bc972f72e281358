import Logging

/// Metadata as JSON. Integers and Booleans keep their type; all other values are text.
enum JSONText {
    static func append(_ value: Logger.MetadataValue, depth: Int = 0, to line: inout String) {
        switch value {
        case .string(let text): append(text, to: &line)
        case .stringConvertible(let convertible):
            switch convertible {
            case let number as any BinaryInteger: line += String(describing: number)
            case let truth as Bool: line += truth ? "true" : "false"
            default: append(convertible.description, to: &line)
            }
        case .array(let values):
            guard depth < RuntimeLimits.depthMax else { return append("…", to: &line) }
            line += "["
            for (index, value) in values.enumerated() {
                if index > 0 { line += "," }
                append(value, depth: depth + 1, to: &line)
            }
            line += "]"
        case .dictionary(let entries):
            guard depth < RuntimeLimits.depthMax else { return append("…", to: &line) }
            line += "{"
            for (index, entry) in entries.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { line += "," }
                append(entry.key, to: &line)
                line += ":"
                append(entry.value, depth: depth + 1, to: &line)
            }
            line += "}"
        }
    }

    /// Appends a text in quotes. JSON needs the same characters escaped as logfmt, in the same notation.
    static func append(_ text: String, to line: inout String) {
        line += "\""
        Logfmt.appendEscaped(text.cut(toBytes: RuntimeLimits.textBytesMax), inQuotes: true, to: &line)
        line += "\""
    }
}
