/// The difference of a figure as people read it.
enum Difference {
    /// Returns `+12`, `-3.5`, or `=` for no difference.
    static func text(_ difference: Double) -> String {
        // Sums of reals may differ in their last digits. Source: MODEL, notation.
        guard difference.isFinite, difference.magnitude > 1e-9 else { return "=" }
        let short = Numbers.short(difference.magnitude)
        let sign = difference < 0 ? "-" : "+"
        return short == "0" ? "\(sign)<0.1" : sign + short
    }

    /// Returns `+14 days` for later, `-1 day` for earlier, or `=` for no difference.
    static func days(_ days: Int) -> String {
        guard days != 0 else { return "=" }
        return "\(days < 0 ? "-" : "+")\(days.magnitude) \(days.magnitude == 1 ? "day" : "days")"
    }
}
