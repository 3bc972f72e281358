import CadrePlanning

/// The tables of event members in the documentation, made from the contract's tables.
///
/// In the document a table stands between two comments, `<!-- members of line.required: begin -->` and `… end -->`.
public enum ContractTables {
    /// Returns a document with every table between its comments replaced by the present one.
    /// - Returns: The document, and the types whose comments it does not have.
    public static func updated(_ document: String) -> (text: String, missing: [EventType]) {
        var text = document
        var missing: [EventType] = []
        for type in EventType.allCases {
            guard let begin = text.firstRange(of: "<!-- members of \(type.name): begin -->\n"),
                let end = text[begin.upperBound...].firstRange(of: "<!-- members of \(type.name): end -->")
            else {
                missing.append(type)
                continue
            }
            text.replaceSubrange(begin.upperBound..<end.lowerBound, with: block(type))
        }
        return (text, missing)
    }

    /// Heading, summary and tables of one type.
    static func block(_ type: EventType) -> String {
        let table = type.description
        let fields = table.fields
        var text = "#### `\(type.name)`\n"
        text += wrapped("\(table.summary). Topic `\(type.topic)`, entity: \(type.entityText).") + "\n\n"
        text += rows(fields.filter { $0.name != EventTable.missionName }) + "\n"
        text += rulesText(table.rules)
        for field in fields {
            for variant in field.variants {
                text += "With `\(field.name)` `\(variant.word)` also:\n\n" + rows(variant.fields) + "\n"
                text += rulesText(variant.rules)
            }
        }
        return text
    }

    private static func rows(_ fields: [FieldDescription]) -> String {
        var text = "| member | value | default | meaning |\n|---|---|---|---|\n"
        for field in fields {
            let presence =
                switch field.presence {
                case .required: "required"
                case .optional: ""
                case .fallback(let json): "`\(json)`"
                }
            let cells = ["`\(field.name)`", field.shape.tableText, presence, field.summary]
            text += "|" + cells.map { $0.isEmpty ? " " : " \($0) " }.joined(separator: "|") + "|\n"
        }
        return text
    }

    private static func rulesText(_ rules: [String]) -> String {
        rules.isEmpty ? "" : wrapped("Rules: \(rules.joined(separator: "; ")).") + "\n\n"
    }

    /// The text in lines of at most 120 columns.
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

extension EventType {
    /// The topic in a pattern: `pledge.MISSION.NATION`.
    fileprivate var topic: String {
        guard let kind = entity?.topicKind else { return "head.SOURCE" }
        return "\(kind.rawValue).MISSION" + (kind == .pledge ? ".NATION" : "")
    }

    /// What the event is about, in words.
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
