/// An offer of one nation. Source: CONTRACT § 2, `pledge.recorded`; MODEL §§ 3, 7, 8.
public struct Pledge: Hashable, Sendable {
    public enum Status: String, Sendable, CaseIterable {
        case indicated, offered, confirmed, deployed, completed, withdrawn

        /// Whether the pledge may supply anything at all.
        public var isLive: Bool { self != .withdrawn }

        /// Whether a planner may build on it.
        public var isFirm: Bool { self == .confirmed || self == .deployed || self == .completed }

        /// Whether its people are there already or have been; others supply nothing before now.
        public var isThere: Bool { self == .deployed || self == .completed }
    }

    public enum Offer: Hashable, Sendable {
        case personnel(Personnel)
        case trainingPlaces(TrainingPlaces)
        case equipment(Equipment)
        case funds(Funds)
    }

    public struct Personnel: Hashable, Sendable {
        public var capability: Capability
        public var also: [Capability]
        public var quantity: Int
        public var from: Day
        public var until: Day?
        public var caveats: Caveats

        public init(
            capability: Capability, also: [Capability] = [], quantity: Int, from: Day, until: Day? = nil,
            caveats: Caveats = Caveats()
        ) {
            self.capability = capability
            self.also = also
            self.quantity = quantity
            self.from = from
            self.until = until
            self.caveats = caveats
        }
    }

    public struct TrainingPlaces: Hashable, Sendable {
        public var course: ID<Course>
        public var places: Int
        public var start: Day
        public var end: Day

        public init(course: ID<Course>, places: Int, start: Day, end: Day) {
            self.course = course
            self.places = places
            self.start = start
            self.end = end
        }
    }

    public struct Equipment: Hashable, Sendable {
        public enum Mode: String, Sendable, CaseIterable { case donation, sale, loan }

        public var item: ID<EquipmentItem>
        public var quantity: Int
        public var mode: Mode
        /// The day of arrival, or `nil` if the pledge has no date.
        public var delivery: Day?
        /// The number that has arrived, at most `quantity`.
        public var delivered: Int

        public init(
            item: ID<EquipmentItem>, quantity: Int, mode: Mode, delivery: Day? = nil, delivered: Int = 0
        ) {
            self.item = item
            self.quantity = quantity
            self.mode = mode
            self.delivery = delivery
            self.delivered = delivered
        }
    }

    public struct Funds: Hashable, Sendable {
        public var fund: ID<FundName>
        /// The amount in `currency`.
        public var amount: Double
        /// The amount received in `currency`, at most `amount`.
        public var received: Double
        public var currency: ID<Currency>

        public init(fund: ID<FundName>, amount: Double, received: Double = 0, currency: ID<Currency> = ID("EUR")) {
            self.fund = fund
            self.amount = amount
            self.received = received
            self.currency = currency
        }
    }

    public var nation: ID<Nation>
    public var status: Status
    /// The pledge's likelihood of coming, 0…1; `nil`: by experience.
    public var likelihood: Double?
    /// `NATION/PLEDGE` each.
    public var requires: [ID<Pledge>]
    public var offer: Offer

    public init(
        nation: ID<Nation>, status: Status, likelihood: Double? = nil, requires: [ID<Pledge>] = [], offer: Offer
    ) {
        self.nation = nation
        self.status = status
        self.likelihood = likelihood
        self.requires = requires
        self.offer = offer
    }
}
