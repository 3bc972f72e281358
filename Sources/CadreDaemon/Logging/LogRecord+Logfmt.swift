import Logging

extension LogRecord {
    var logfmtLine: String {
        var line = "time=\(time.text) level=\(level.rawValue)"
        Logfmt.append("logger", label, to: &line)
        Logfmt.append("msg", message, to: &line)
        for (key, value) in fields { Logfmt.append(key, value, to: &line) }
        line += "\n"
        return line
    }

    /// journald adds the time and reads the priority from `<N>`; a newline would be a second message, so it is escaped.
    /// Source: sd-daemon(3).
    var journalLine: String {
        var line = "<\(level.priority)>"
        Logfmt.appendEscaped(message.cut(toBytes: LogLimits.textBytesMax), inQuotes: false, to: &line)
        Logfmt.append("logger", label, to: &line)
        for (key, value) in fields { Logfmt.append(key, value, to: &line) }
        line += "\n"
        return line
    }
}

extension Logger.Level {
    /// syslog's number: 7 debug … 2 critical. Source: syslog(3).
    var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}

/// Pairs of key and value in a line of text.
enum Logfmt {
    /// A map becomes a pair for each entry, `key.entry=…`; a list one value, `[a, b]`.
    static func append(_ key: String, _ value: Logger.MetadataValue, depth: Int = 0, to line: inout String) {
        switch value {
        case .string(let text): append(key, text, to: &line)
        case .stringConvertible(let convertible): append(key, convertible.description, to: &line)
        case .array(let values): append(key, "[\(values.map(\.description).joined(separator: ", "))]", to: &line)
        case .dictionary(let entries):
            guard depth < LogLimits.depthMax else { return append(key, "…", to: &line) }
            for (entry, value) in entries.sorted(by: { $0.key < $1.key }) {
                append("\(key).\(entry)", value, depth: depth + 1, to: &line)
            }
        }
    }

    static func append(_ key: String, _ text: String, to line: inout String) {
        let text = text.cut(toBytes: LogLimits.textBytesMax)
        line += " "
        for scalar in key.unicodeScalars {
            line.unicodeScalars.append(isPlain(scalar) ? scalar : "_")
        }
        if key.isEmpty { line += "_" }
        line += "="
        if !text.isEmpty, text.unicodeScalars.allSatisfy(isPlain) {
            line += text
        } else {
            line += "\""
            appendEscaped(text, inQuotes: true, to: &line)
            line += "\""
        }
    }

    /// Control characters are escaped in any place: no value can begin a line, or command a terminal.
    static func appendEscaped(_ text: String, inQuotes: Bool, to line: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": line += "\\n"
            case "\r": line += "\\r"
            case "\t": line += "\\t"
            case "\"" where inQuotes: line += "\\\""
            case "\\" where inQuotes: line += "\\\\"
            case _ where isControl(scalar):
                let digits = String(scalar.value, radix: 16)
                line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: line.unicodeScalars.append(scalar)
            }
        }
    }

    /// Whether it needs no quotes.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar > " " && scalar != "=" && scalar != "\"" && scalar != "\\" && !isControl(scalar)
    }

    /// The control characters of ASCII and of Latin-1, and the separators of lines and paragraphs.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
    }
}
