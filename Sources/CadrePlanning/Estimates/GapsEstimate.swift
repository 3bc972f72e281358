/// `gaps`: the shortfalls, the most helpful pledges, and the dependence on nations. Source: CONTRACT § 4, MODEL § 10.
public struct GapsEstimate: Equatable, Sendable {
    /// One maximal run of periods in which a capability is short at a site, at one priority.
    public struct Shortfall: Equatable, Sendable {
        public var capability: Capability
        public var site: ID<Site>
        public var priority: Int
        /// Periods, half-open.
        public var from: Int
        public var until: Int
        public var peak: Int
        public var personPeriods: Int
        /// `line ID`, `run ID`, `demand ID` or `rule CAPABILITY`.
        public var origin: [String]
        /// Runs hit.
        public var runs: [String]
        /// The graduates lost against full seats.
        public var graduatesLost: Double
    }

    public struct Gain: Equatable, Sendable {
        /// More graduates expected.
        public var graduates: Double
        /// Fewer gap person-periods, for priority 1 … 5; an index is a priority less one. Negative where a gap grows.
        public var personPeriods: [Int]
    }

    public struct Advice: Equatable, Sendable {
        public enum Step: Equatable, Sendable {
            /// The pledge that would close a shortfall.
            case pledge(shortfall: Shortfall, quantity: Int, from: Day, until: Day)
            /// A pledge without one of its caveats.
            case caveat(pledge: ID<Pledge>, Caveats.Name)
        }

        public var step: Step
        public var gain: Gain
    }

    /// Pledges that help together, and the gain of all of them. Source: MODEL § 10.
    public struct Package: Equatable, Sendable {
        /// One pledge of a package.
        public struct Pledge: Equatable, Sendable {
            public var capability: Capability
            public var quantity: Int
            public var from: Day
            public var until: Day
            /// The site of the shortfall that it closes.
            public var site: ID<Site>
        }

        public var priority: Int
        public var pledges: [Pledge]
        public var gain: Gain
    }

    public struct Dependence: Equatable, Sendable {
        public var nation: ID<Nation>
        /// The loss of `offered` without all of the nation's pledges: graduates, and more gap person-periods.
        public var loss: Gain
    }

    public var shortfalls: [Shortfall]
    public var advice: [Advice]
    public var packages: [Package]
    public var dependence: [Dependence]
}
