import Logging

extension LogRecord {
    var jsonLine: String {
        var line = "{\"time\":\"\(time.text)\",\"level\":\"\(level.rawValue)\",\"logger\":"
        JSONText.append(label, to: &line)
        line += ",\"msg\":"
        JSONText.append(message, to: &line)
        for (key, value) in fields {
            line += ","
            JSONText.append(key, to: &line)
            line += ":"
            JSONText.append(value, to: &line)
        }
        line += "}\n"
        return line
    }
}

/// Metadata as JSON. Whole numbers and truth values stay what they are; all else is text.
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
            guard depth < LogLimits.depthMax else { return append("…", to: &line) }
            line += "["
            for (index, value) in values.enumerated() {
                if index > 0 { line += "," }
                append(value, depth: depth + 1, to: &line)
            }
            line += "]"
        case .dictionary(let entries):
            guard depth < LogLimits.depthMax else { return append("…", to: &line) }
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

    /// What logfmt escapes within quotes is what JSON needs escaped, in the same notation.
    static func append(_ text: String, to line: inout String) {
        line += "\""
        Logfmt.appendEscaped(text.cut(toBytes: LogLimits.textBytesMax), inQuotes: true, to: &line)
        line += "\""
    }
}
