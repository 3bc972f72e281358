/// A strict parser of one line of logfmt.
enum LogfmtText {
    struct Unreadable: Error { var line: String }

    static func pairs(_ line: String) throws -> [(key: String, value: String)] {
        var rest = Substring(line).unicodeScalars
        guard rest.popLast() == "\n", !rest.contains("\n") else { throw Unreadable(line: line) }
        var pairs: [(String, String)] = []
        while !rest.isEmpty {
            let key = rest.prefix { $0 != "=" && $0 != " " }
            rest.removeFirst(key.count)
            guard rest.popFirst() == "=", !key.isEmpty else { throw Unreadable(line: line) }
            if rest.first == "\"" {
                rest.removeFirst()
                pairs.append((String(key), try quoted(&rest, line)))
            } else {
                let value = rest.prefix { $0 != " " }
                guard !value.contains("\""), !value.contains("=") else { throw Unreadable(line: line) }
                rest.removeFirst(value.count)
                pairs.append((String(key), String(value)))
            }
            guard rest.isEmpty || rest.popFirst() == " " else { throw Unreadable(line: line) }
        }
        return pairs
    }

    private static func quoted(_ rest: inout Substring.UnicodeScalarView, _ line: String) throws -> String {
        var value = ""
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return value
            case "\\":
                switch rest.popFirst() {
                case "n": value += "\n"
                case "r": value += "\r"
                case "t": value += "\t"
                case "\\": value += "\\"
                case "\"": value += "\""
                case "u":
                    let digits = String(rest.prefix(4))
                    rest.removeFirst(4)
                    guard let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number) else {
                        throw Unreadable(line: line)
                    }
                    value.unicodeScalars.append(scalar)
                default: throw Unreadable(line: line)
                }
            default: value.unicodeScalars.append(scalar)
            }
        }
        throw Unreadable(line: line)
    }
}
