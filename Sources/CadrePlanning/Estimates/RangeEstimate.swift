/// `range`: the uncertainty of the elements that nations will accept and of the pledges that will arrive. Source:
/// CONTRACT § 4, MODEL § 9.
public struct RangeEstimate: Equatable, Sendable {
    /// Nearest-rank percentiles and mean of one figure over all samples.
    public struct Spread: Equatable, Sendable {
        public var p10: Double
        public var p50: Double
        public var p90: Double
        public var mean: Double
    }

    /// One spread per period.
    public struct SpreadSeries: Equatable, Sendable {
        public var p10: [Double]
        public var p50: [Double]
        public var p90: [Double]
        public var mean: [Double]
    }

    public struct Structural: Equatable, Sendable {
        public var required: SpreadSeries
        public var peakRequired: Spread
    }

    public struct Firmness: Equatable, Sendable {
        public var filled: SpreadSeries
        public var peakFilled: Spread
        public var graduates: Spread
        /// The uses in the whole horizon, in the commodities' units.
        public var water: Spread
        public var fuel: Spread
        /// EUR, of all kinds.
        public var cost: Spread
    }

    /// The effect of one undecided element on the `offered` plan.
    public struct Driver: Equatable, Sendable {
        public var element: ID<Element>
        public var peakRequired: Int
        /// Required person-periods from now on.
        public var personPeriods: Int
        public var graduates: Double
    }

    public var samples: Int
    public var structural: Structural
    public var firmness: Firmness
    public var drivers: [Driver]
}

extension RangeEstimate.Spread {
    /// Creates the spread of sampled values.
    /// - Parameter values: One value per sample, at least one.
    init(_ values: [Double]) {
        let sorted = values.sorted()
        func rank(_ share: Double) -> Double {
            let index = ceilWhole(share * Double(sorted.count)) - 1
            return sorted.indices.contains(index) ? sorted[index] : sorted.first ?? 0
        }
        self.init(
            p10: rank(0.1), p50: rank(0.5), p90: rank(0.9),
            mean: values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count))
    }
}

extension RangeEstimate.SpreadSeries {
    /// Creates the spreads of sampled series.
    /// - Parameter series: One series per sample, each of `periods` numbers.
    init(_ series: [[Int]], periods: Int) {
        let spreads = (0..<periods).map { period in
            RangeEstimate.Spread(series.map { Double($0[period]) })
        }
        self.init(
            p10: spreads.map(\.p10), p50: spreads.map(\.p50), p90: spreads.map(\.p90), mean: spreads.map(\.mean))
    }
}
