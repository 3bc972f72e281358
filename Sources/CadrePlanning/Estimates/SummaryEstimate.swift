/// `summary`. Source: CONTRACT §§ 4 and 9.
public struct SummaryEstimate: Equatable, Sendable {
    public struct Peak: Equatable, Sendable {
        public var peak: Int
        /// The first at the peak.
        public var period: Int
    }

    public struct Headline: Equatable, Sendable {
        public var scenario: Scenario
        public var required: Peak
        public var filled: Peak
        public var wanted: Int
        public var expected: Double
        /// Graduates that no demand asks for.
        public var others: Double
        /// The gap from now on, at all sites, for priority 1 … 5; an index is a priority less one.
        public var gapPersonPeriods: [Int]
    }

    public struct Pledges: Equatable, Sendable {
        public var count: Int
        /// The persons of personnel pledges.
        public var persons: Int
    }

    /// The contribution of a nation's live pledges.
    public struct Contribution: Equatable, Sendable {
        /// The persons by status, in the order of `Pledge.Status.allCases`; only statuses with pledges of personnel.
        public var persons: Rows<Int>
        public var places: Int
        public var items: Int
        /// EUR.
        public var funds: Double
    }

    public typealias Unresolved = UnresolvedReference

    /// The number of current factors that belong to one set.
    public struct FactorSetCount: Equatable, Sendable {
        /// Empty for factors that belong to no set.
        public var set: String
        public var count: Int
    }

    /// Low, likely and high: p10, p50 and p90 of the peaks. Source: CONTRACT § 4.
    public struct Range: Equatable, Sendable {
        public struct Spread: Equatable, Sendable {
            public var low: Double
            public var likely: Double
            public var high: Double
        }

        /// The spread of the peak strength required.
        public var structural: Spread
        /// The spread of the peak strength filled.
        public var firmness: Spread
    }

    /// The headlines, in the order of `Scenario.allCases`.
    public var scenarios: [Headline]
    /// `nil` until sampled.
    public var range: Range?
    /// The pledges by status.
    public var pledges: Rows<Pledges>
    public var nations: Rows<Contribution>
    /// The current `factor.set` events by the name of their set, in the order of the names' bytes.
    public var factors: [FactorSetCount]
    public var unresolved: [Unresolved]
    public var alerts: [Alert]
}
