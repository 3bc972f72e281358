import CadreJSON

/// A JSON value of a schema, its members in the order in which people read them.
indirect enum SchemaValue: Equatable, Sendable {
    case text(String)
    /// The text of a number.
    case number(String)
    case flag(Bool)
    case list([SchemaValue])
    case object([Member])
    /// JSON that already exists: a default.
    case json(String)

    struct Member: Equatable, Sendable {
        let name: String
        let value: SchemaValue

        init(_ name: String, _ value: SchemaValue) {
            self.name = name
            self.value = value
        }

        static func type(_ name: String) -> Member { Member("type", .text(name)) }
    }

    static func words(_ words: [String]) -> SchemaValue { .object([Member("enum", .list(words.map { .text($0) }))]) }

    /// Returns the schema of a text that matches a regular expression.
    /// - Parameter pattern: The expression without its end: in some languages `$` permits a trailing line feed.
    static func text(matching pattern: String, _ others: [Member] = []) -> SchemaValue {
        .object([.type("string")] + others + [Member("pattern", .text(pattern + "(?!\\n)$"))])
    }

    /// The text, with as many members on a line as fit into 118 columns.
    func text(indent: Int = 0, after: Int = 0) -> String {
        let flat = flatText
        guard indent + after + flat.unicodeScalars.count > 118 else { return flat }
        let inner = String(repeating: " ", count: indent + 2)
        let outer = String(repeating: " ", count: indent)
        switch self {
        case .text, .number, .flag, .json: return flat
        case .list(let values):
            let lines = values.map { inner + $0.text(indent: indent + 2) }
            return "[\n\(lines.joined(separator: ",\n"))\n\(outer)]"
        case .object(let members):
            let lines = members.map { member in
                let name = Self.quoted(member.name)
                return "\(inner)\(name): " + member.value.text(indent: indent + 2, after: name.unicodeScalars.count + 2)
            }
            return "{\n\(lines.joined(separator: ",\n"))\n\(outer)}"
        }
    }

    private var flatText: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let text), .json(let text): text
        case .flag(let flag): flag ? "true" : "false"
        case .list(let values): "[\(values.map(\.flatText).joined(separator: ", "))]"
        case .object(let members):
            "{\(members.map { "\(Self.quoted($0.name)): \($0.value.flatText)" }.joined(separator: ", "))}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var writer = JSONWriter(capacity: text.utf8.count + 2)
        writer.value(text)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
