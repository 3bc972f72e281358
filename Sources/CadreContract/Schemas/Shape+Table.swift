extension Shape {
    /// The shape as the tables of the documentation write it.
    var tableText: String {
        switch self {
        case .text: "text"
        case .name(let rule): rule.tableText
        case .constant(let text): "`\(text)`"
        case .words(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        case .whole(let range) where range == 0...ContractLimits.countMax: "count"
        case .whole(let range) where range == Int.min...Int.max: "whole number"
        case .whole(let range) where range.upperBound == .max: "whole number from \(range.lowerBound)"
        case .whole(let range): "\(range.lowerBound) to \(range.upperBound), whole"
        case .number(.quantity): "quantity"
        case .number(.money): "money"
        case .number(let bounds): bounds.expected.replacingPrefix("a number ", with: "")
        case .sequence(let least): "whole number from \(least), or decimal text"
        case .flag: "true, false"
        case .date: "date"
        case .time: "time"
        case .series: "series"
        case .list(.name(let rule), _, _): "[\(rule.tableText)]"
        case .list(let entry, _, _): "list of \(entry.tableText)"
        case .map(let names, let entry, _): "{\(names.tableText): \(entry.tableText)}"
        case .object(let table): "{\(table.fields.flatMap(\.tableTexts).joined(separator: "; "))}"
        case .nullable(let shape): "\(shape.tableText), or null"
        case .either(let shapes): shapes.map(\.tableText).joined(separator: ", or ")
        case .document(let files): files.map { "[`\($0)`](contract/schemas/\($0))" }.joined(separator: ", or ")
        case .anyObject: "object"
        case .any: "any value"
        }
    }
}

extension FieldDescription {
    /// The member within an object, followed by those of its variants.
    fileprivate var tableTexts: [String] {
        var words: [(text: String, words: [String])] = []
        for variant in variants {
            for field in variant.fields {
                let text = "\(field.name): \(field.shape.tableText)"
                if let index = words.firstIndex(where: { $0.text == text }) {
                    words[index].words.append("`\(variant.word)`")
                } else {
                    words.append((text, ["`\(variant.word)`"]))
                }
            }
        }
        return ["\(name): \(shape.tableText)"] + words.map { "\($0.text) (\($0.words.joined(separator: ", ")))" }
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
        hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
    }
}

extension NameRule {
    /// The rule in a word or two; the documentation defines `id`, `nation` and `text`.
    fileprivate var tableText: String {
        switch self {
        case .identifier, .mission: "id"
        case .capitals: "three capital letters"
        case .pledge: "`NATION/PLEDGE`"
        case .service: "`rule.NAME` or `commodity.NAME`"
        case .factor: "name of a factor"
        case .kindOfCost: "kind of cost"
        case .scenario: "scenario"
        case .priority: "priority"
        case .status: "status"
        case .level: "level"
        case .group, .origin, .text: "text"
        case .uriReference: "URI reference"
        case .estimateName: "name of an estimate"
        case .pointer: "JSON Pointer"
        case .digest: "64 hexadecimal digits"
        case .nodeSource: "`urn:cadre:NODE`"
        case .stream: "`SOURCE#EPOCH`"
        }
    }
}
