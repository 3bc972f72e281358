/// The relief of foreign instructors by those of the host nation. Source: MODEL § 5.
struct Relief: Equatable, Sendable {
    /// The capabilities of the stocks, in the order of codes.
    let stocks: [Capability]
    let mentorShare: Double

    /// Returns the instructors of one entry that come from stocks which its capability covers, in the order of codes.
    func relieve(need: Int, stocks eligible: [Int], from left: inout [Int]) -> Int {
        let most = need - ceilWhole(mentorShare * Double(need))
        var open = most
        for stock in eligible where open > 0 {
            let taken = min(left[stock], open)
            left[stock] -= taken
            open -= taken
        }
        return most - max(open, 0)
    }
}
