/// Numbers as people read them: no more digits than they mean.
public enum Numbers {
    /// The text of a number that is not known.
    static let none = "–"

    /// Returns a whole number in groups of three digits: `12 345`.
    public static func whole(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(" ") }
            text.append(digit)
        }
        return text
    }

    /// Returns a number in groups of three digits, rounded to one decimal if it is not whole.
    public static func short(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return none }
        let tenths = (value * 10).rounded()
        let rounded = Int(tenths.magnitude)
        let sign = tenths < 0 ? "-" : ""
        let decimal = rounded % 10 == 0 ? "" : ".\(rounded % 10)"
        return sign + whole(rounded / 10) + decimal
    }

    /// Returns a whole number as `short` does.
    static func short(_ value: Int) -> String { short(Double(value)) }

    /// Returns a number as `short` does, or a dash for none.
    static func short(_ value: Double?) -> String { value.map(short) ?? none }
}
