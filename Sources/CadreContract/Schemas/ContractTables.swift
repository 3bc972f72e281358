import CadrePlanning

/// The tables of members in the documentation, made from the contract's tables.
///
/// In the document a table is between two comments, `<!-- members of line.required: begin -->` and `… end -->`.
public enum ContractTables {
    /// The text between two comments.
    struct Block {
        /// The name in the comments: that of an event, an estimate, a notice or a method.
        let name: String
        let text: String
    }

    /// All blocks, in the order of the sections of the contract.
    static var blocks: [Block] {
        EventType.allCases.map(event) + EstimateName.families.map { estimate($0.name, $0.part) }
            + ContractSchemas.noticeTables.map { notice($0.type, $0.name, $0.table) }
            + ControlMethod.allCases.map { method($0.params) }
    }

    /// Returns a document with every table between its comments replaced by the present one.
    /// - Returns: The document, and the names whose comments it does not have.
    public static func updated(_ document: String) -> (text: String, missing: [String]) {
        var text = document
        var missing: [String] = []
        for block in blocks {
            guard let begin = text.firstRange(of: "<!-- members of \(block.name): begin -->\n"),
                let end = text[begin.upperBound...].firstRange(of: "<!-- members of \(block.name): end -->")
            else {
                missing.append(block.name)
                continue
            }
            text.replaceSubrange(begin.upperBound..<end.lowerBound, with: block.text)
        }
        return (text, missing)
    }

    // MARK: Blocks

    private static func event(_ type: EventType) -> Block {
        let table = type.description
        let fields = table.fields
        var text = heading(type.name, "\(table.summary). Topic `\(type.topic)`, entity: \(type.entityText).")
        text += rows(fields.filter { $0.name != EventTable.missionName }) + "\n"
        text += rulesText(table.rules) + variants(fields)
        return Block(name: type.name, text: text)
    }

    private static func estimate(_ name: String, _ part: any EstimatePart.Type) -> Block {
        let table = part.description
        let text = heading(name, "\(table.summary).") + rows(table.fields, hasDefaults: false) + "\n"
        return Block(name: name, text: text)
    }

    private static func notice(_ type: String, _ name: String, _ table: TableDescription) -> Block {
        var text = heading(type, "\(table.summary).") + rows(table.fields, hasDefaults: false) + "\n"
        for case .list(.object(let row), _, _) in table.conditions.flatMap(\.shapes) where !text.contains(row.name) {
            text += "\(row.summary) (`\(row.name)`):\n\n" + rows(row.fields, hasDefaults: false) + "\n"
        }
        return Block(name: name, text: text)
    }

    private static func method<Params: MethodParams>(_: Params.Type) -> Block {
        let params = Params.table.description
        var text = heading(Params.method.rawValue, "\(Params.summary).")
        text += params.fields.isEmpty ? "It has no params.\n\n" : "Params:\n\n" + rows(params.fields) + "\n"
        text += rulesText(params.rules)
        if case .object(let result) = Params.answer.shape {
            text += "Result:\n\n" + rows(result.fields, hasDefaults: false) + "\n"
        } else {
            text += "Result: the data of the estimate (§ 4).\n\n"
        }
        return Block(name: Params.method.rawValue, text: text)
    }

    // MARK: Parts

    private static func heading(_ name: String, _ text: String) -> String {
        "#### `\(name)`\n" + wrapped(text) + "\n\n"
    }

    private static func rows(_ fields: [FieldDescription], hasDefaults: Bool = true) -> String {
        let hasDefaults = hasDefaults || fields.contains { $0.presence != .required }
        var text =
            hasDefaults
            ? "| member | value | default | meaning |\n|---|---|---|---|\n"
            : "| member | value | meaning |\n|---|---|---|\n"
        for field in fields {
            let presence =
                switch field.presence {
                case .required: "required"
                case .optional: ""
                case .fallback(let json): "`\(json)`"
                }
            let cells = ["`\(field.name)`", field.shape.tableText] + (hasDefaults ? [presence] : []) + [field.summary]
            text += "|" + cells.map { $0.isEmpty ? " " : " \($0) " }.joined(separator: "|") + "|\n"
        }
        return text
    }

    private static func variants(_ fields: [FieldDescription]) -> String {
        var text = ""
        for field in fields {
            for variant in field.variants {
                text += "With `\(field.name)` `\(variant.word)` also:\n\n" + rows(variant.fields) + "\n"
                text += rulesText(variant.rules)
            }
        }
        return text
    }

    private static func rulesText(_ rules: [String]) -> String {
        rules.isEmpty ? "" : wrapped("Rules: \(rules.joined(separator: "; ")).") + "\n\n"
    }

    /// Returns the text in lines of at most 120 columns.
    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > 120 {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " \(word)"
        }
        return (lines + [line]).joined(separator: "\n")
    }
}

extension Condition {
    /// The shapes of the members that the condition adds.
    fileprivate var shapes: [Shape] {
        switch self {
        case .when(_, _, let fields), .unless(_, _, let fields), .matching(_, _, let fields),
            .having(_, _, let fields):
            fields.map(\.shape)
        case .notBoth, .exactlyOne: []
        }
    }
}

extension EventType {
    /// The topic in a pattern: `pledge.MISSION.NATION`.
    fileprivate var topic: String {
        guard let kind = entity?.topicKind else { return "head.SOURCE" }
        return "\(kind.rawValue).MISSION" + (kind == .pledge ? ".NATION" : "")
    }

    /// The subject of the event, in words.
    fileprivate var entityText: String {
        switch entity {
        case .mission: "the mission"
        case .clock: "one per mission"
        case .instructors: "capability"
        case .pledge: "`NATION/PLEDGE`"
        case .stock: "site and commodity"
        case .element, .site, .line, .course, .item, .factor, .demand, .run, .delivery: entity?.rawValue ?? ""
        case nil: "none, not journaled"
        }
    }
}
