/// The scale of heights: from 0 or below to a round number above all figures.
struct ValueAxis: Equatable, Sendable {
    let ticks: [Double]
    var low: Double { ticks.first ?? 0 }
    var high: Double { ticks.last ?? 1 }

    /// Creates a scale for a range of figures.
    /// - Parameter count: The approximate number of steps.
    init(_ low: Double, _ high: Double, count: Int = 4) {
        let low = min(0, low.isFinite ? low : 0)
        let high = max(0, high.isFinite ? high : 0)
        let span = high - low
        guard span > 0, span < 1e15 else {
            ticks = [0, 1]
            return
        }
        let step = Self.step(span / Double(max(1, count)))
        let first = (low / step + 1e-9).rounded(.down)
        let last = (high / step - 1e-9).rounded(.up)
        ticks = (0...max(1, Int(last - first))).map { (first + Double($0)) * step }
    }

    /// 1, 2 or 5 times a power of ten, at least `rough`.
    private static func step(_ rough: Double) -> Double {
        var power = 1.0
        while power * 10 <= rough { power *= 10 }
        while power > rough { power /= 10 }
        for factor in [1.0, 2, 5] where power * factor >= rough * (1 - 1e-9) { return power * factor }
        return power * 10
    }

    /// Returns the height of a figure: 0 at the bottom, 1 at the top, and an edge for figures outside.
    func share(_ value: Double) -> Double {
        guard value.isFinite else { return 0 }
        return min(max((value - low) / (high - low), 0), 1)
    }

    /// Returns the label of a figure, in thousands or millions if the figures are large.
    func label(_ tick: Double) -> String {
        let most = max(high.magnitude, low.magnitude)
        if most >= 10_000_000 { return Quantity.number(tick / 1_000_000) + (tick == 0 ? "" : "\u{A0}M") }
        if most >= 10_000 { return Quantity.number(tick / 1_000) + (tick == 0 ? "" : "\u{A0}k") }
        // Steps below a tenth need more than one decimal.
        return most < 0.5 ? (tick == 0 ? "0" : "\(tick)") : Quantity.number(tick)
    }
}
