/// Numbers as people read them: no more digits than they mean.
public enum Numbers {
    /// A whole number with thin groups: `12 345`.
    public static func whole(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(" ") }
            text.append(digit)
        }
        return text
    }

    /// Rounded to one decimal where it is not whole; grouped.
    public static func short(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return "–" }
        let tenths = (value * 10).rounded()
        let rounded = Int(tenths.magnitude)
        let sign = tenths < 0 ? "-" : ""
        let decimal = rounded % 10 == 0 ? "" : ".\(rounded % 10)"
        return sign + whole(rounded / 10) + decimal
    }
}
