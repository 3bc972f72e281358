/// What a figure moved by, as people read it.
enum Difference {
    /// `+12`, `-3.5`; `=` where nothing moved.
    static func text(_ difference: Double) -> String {
        // Sums of reals may differ in their last digits. Source: MODEL, notation.
        guard difference.isFinite, difference.magnitude > 1e-9 else { return "=" }
        let short = Numbers.short(difference.magnitude)
        let sign = difference < 0 ? "-" : "+"
        return short == "0" ? "\(sign)<0.1" : sign + short
    }

    /// `+14 days`: later; `-1 day`: earlier; `=` where nothing moved.
    static func days(_ days: Int) -> String {
        guard days != 0 else { return "=" }
        return "\(days < 0 ? "-" : "+")\(days.magnitude) \(days.magnitude == 1 ? "day" : "days")"
    }
}
