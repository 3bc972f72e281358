import CadreJSON

extension Shape {
    /// The kind of JSON value that the shape has, or `nil` if it may have several.
    var kind: JSONDocument.Kind? {
        switch self {
        case .text, .name, .constant, .words, .date, .time: .text
        case .whole, .number: .number
        case .flag: .boolean
        case .list, .series: .list
        case .map, .object, .document, .anyObject: .object
        case .sequence, .nullable, .either, .any: nil
        }
    }

    /// The shape in words, as an error says what was expected.
    var expected: String {
        switch self {
        case .text(let least, let most):
            least == 0 ? "a text of at most \(most) characters" : "a text of \(least) to \(most) characters"
        case .name(let rule): rule.expected
        case .words(let words): "one of " + words.joined(separator: ", ")
        case .whole(let range):
            range == Int.min...Int.max
                ? "a whole number"
                : range.upperBound == Int.max
                    ? "a whole number from \(range.lowerBound)"
                    : "a whole number \(range.lowerBound) to \(range.upperBound)"
        case .number(let bounds): bounds.expected
        case .sequence(let least):
            least == 0
                ? "a whole number from 0, as a number or decimal text"
                : "a whole number above \(least - 1), as a number or decimal text"
        case .constant(let text): "\"\(text)\""
        case .flag: "true or false"
        case .date: TimeGrammar.dayExpected
        case .time: TimeGrammar.instantExpected
        case .list(_, let countMin, let countMax?):
            countMin == countMax
                ? "a list of \(countMin)"
                : countMin > 0 ? "a list of \(countMin) to \(countMax)" : "a list of at most \(countMax)"
        case .list(_, let countMin, nil) where countMin > 0: "a list of at least \(countMin)"
        case .list, .series: "a list"
        case .map(let names, _, let countMax?):
            "an object of at most \(countMax) members, each named by \(names.expected)"
        case .map, .object, .document, .anyObject: "an object"
        case .nullable(let shape): "\(shape.expected), or null"
        case .either(let shapes): shapes.map(\.expected).joined(separator: ", or ")
        case .any: "a value"
        }
    }
}
