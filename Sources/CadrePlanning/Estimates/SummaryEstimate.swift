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
        /// From now on, at all sites, for priority 1 … 5; an index is a priority less one.
        public var gapPersonPeriods: [Int]
    }

    public struct Pledges: Equatable, Sendable {
        public var count: Int
        /// Of personnel pledges.
        public var persons: Int
    }

    /// What a nation's live pledges come to.
    public struct Contribution: Equatable, Sendable {
        /// By status, in the order of `Pledge.Status.allCases`; only those that have pledges of personnel.
        public var persons: Rows<Int>
        public var places: Int
        public var items: Int
        /// EUR.
        public var funds: Double
    }

    /// A name that is not known, or inert itself.
    public struct Unresolved: Hashable, Sendable {
        public var entity: EntityKind
        public var id: String
        /// `KIND ID`.
        public var missing: String
    }

    /// Low, likely and high: p10, p50 and p90 of the peaks. Source: CONTRACT § 4.
    public struct Range: Equatable, Sendable {
        public struct Spread: Equatable, Sendable {
            public var low: Double
            public var likely: Double
            public var high: Double
        }

        /// Of peak strength required.
        public var structural: Spread
        /// Of peak strength filled.
        public var firmness: Spread
    }

    /// In the order of `Scenario.allCases`.
    public var scenarios: [Headline]
    /// `nil` until sampled.
    public var range: Range?
    /// By status.
    public var pledges: Rows<Pledges>
    public var nations: Rows<Contribution>
    public var unresolved: [Unresolved]
    public var alerts: [Alert]
}

/// Something that a planner must know of, as a function of the state alone. Source: CONTRACT § 4, MODEL § 12.
public struct Alert: Equatable, Sendable {
    public enum Code: String, CaseIterable, Sendable {
        case priorityGap = "priority-gap"
        case infeasibleDemand = "infeasible-demand"
        case unstaffedRun = "unstaffed-run"
        case stockOut = "stock-out"
        case beds, power, classrooms
        case fundShort = "fund-short"
    }

    public var code: Code
    /// SITE/CAPABILITY, DEMAND, RUN, SITE/COMMODITY, SITE or FUND.
    public var key: String
    /// The first period from now on in which it holds; `nil`: always.
    public var since: Int?
    /// In words: how much, of what, and when.
    public var detail: String
}
