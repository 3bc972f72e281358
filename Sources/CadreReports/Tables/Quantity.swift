/// Figures as the report prints them: grouped by narrow blanks at which no line breaks, a true minus, a dash for none.
enum Quantity {
    static let none = "–"

    /// Returns a number with at most one decimal, or a dash for none.
    static func number(_ value: Double?) -> String {
        guard let value else { return none }
        return typeset(Numbers.short(value))
    }

    static func number(_ value: Int) -> String { typeset(Numbers.whole(value)) }

    /// Returns a difference with its sign.
    static func change(_ value: Double?) -> String {
        guard let value else { return none }
        let text = number(value)
        return value > 0 && text != "0" ? "+" + text : text
    }

    /// Returns an amount in whole EUR.
    static func euro(_ value: Double?) -> String { number(value?.rounded()) }

    /// Returns a share in whole per cent, which is 100 % or 0 % only if it is exact.
    static func share(_ part: Double, of whole: Double) -> String {
        guard whole > 0, part.isFinite, whole.isFinite else { return none }
        var percent = (part / whole * 100).rounded()
        if part < whole { percent = min(percent, 99) }
        if part > 0 { percent = max(percent, 1) }
        return number(percent) + "\u{A0}%"
    }

    /// Returns `12 people` or `1 alert`: a number with its noun, without a line break between them.
    static func count(_ value: Double, _ one: String, _ many: String) -> String {
        let text = number(value)
        return "\(text)\u{A0}\(text == "1" ? one : many)"
    }

    static func count(_ value: Int, _ one: String, _ many: String) -> String { count(Double(value), one, many) }

    static func people(_ value: Double?) -> String {
        value.map { count($0, "person", "people") } ?? none
    }

    private static func typeset(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ": result.append("\u{202F}")
            case "-": result.append("\u{2212}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
