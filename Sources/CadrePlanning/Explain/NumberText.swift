/// A number as people write it: `24`, `0.33`.
func numberText(_ number: Double) -> String {
    // Above 2^53 a number has no fraction to lose, and need not fit an `Int`.
    guard number.rounded() == number, abs(number) < 9_007_199_254_740_992 else { return "\(number)" }
    return "\(Int(number))"
}

/// A computed number, rounded to four decimals.
func roundedText(_ number: Double) -> String {
    numberText((number * 10_000).rounded() / 10_000)
}
