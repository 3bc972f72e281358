import Hashing
import Logging

/// Pairs of key and value in a line of text.
enum Logfmt {
    /// A map becomes a pair for each entry, `key.entry=…`; a list one value, `[a, b]`.
    static func append(_ key: String, _ value: Logger.MetadataValue, depth: Int = 0, to line: inout String) {
        switch value {
        case .string(let text): append(key, text, to: &line)
        case .stringConvertible(let convertible): append(key, convertible.description, to: &line)
        case .array(let values): append(key, "[\(values.map(\.description).joined(separator: ", "))]", to: &line)
        case .dictionary(let entries):
            guard depth < RuntimeLimits.depthMax else { return append(key, "…", to: &line) }
            for (entry, value) in entries.sorted(by: { $0.key < $1.key }) {
                append("\(key).\(entry)", value, depth: depth + 1, to: &line)
            }
        }
    }

    static func append(_ key: String, _ text: String, to line: inout String) {
        let text = text.cut(toBytes: RuntimeLimits.textBytesMax)
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
                // Of 16 bits at most: the separators of lines and paragraphs are the highest.
                line += "\\u" + [UInt8(scalar.value >> 8), UInt8(scalar.value & 0xFF)].hexadecimal
            default: line.unicodeScalars.append(scalar)
            }
        }
    }

    /// Returns whether a character needs no quotes.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar > " " && scalar != "=" && scalar != "\"" && scalar != "\\" && !isControl(scalar)
    }

    /// The control characters of ASCII and of Latin-1, and the separators of lines and paragraphs.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
    }
}
