/// What a nation says it will give. Source: CONTRACT § 2, `pledge.recorded`; MODEL §§ 3, 7, 8.
public struct Pledge: Hashable, Sendable {
    public enum Status: String, Sendable, CaseIterable {
        case indicated, offered, confirmed, deployed, completed, withdrawn

        /// Whether it may supply anything at all.
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
        /// When it comes.
        public var delivery: Day?
        /// How many have come, at most `quantity`.
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
        /// In `currency`.
        public var amount: Double
        /// In `currency`, at most `amount`.
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
    /// Its own likelihood of coming, 0…1; `nil`: by experience.
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

/// Where and for whom a nation's people may not work. Source: MODEL § 7. An empty list is no caveat.
public struct Caveats: Hashable, Sendable {
    /// In the order in which they are named as a reason.
    public enum Name: String, Sendable, CaseIterable {
        case sites, notSites, maxThreat, notAudiences, elements, abroadOnly
    }

    public var sites: [ID<Site>]
    public var notSites: [ID<Site>]
    public var maxThreat: Site.Threat?
    public var notAudiences: [ID<Audience>]
    public var elements: [ID<Element>]
    public var abroadOnly: Bool

    public init(
        sites: [ID<Site>] = [], notSites: [ID<Site>] = [], maxThreat: Site.Threat? = nil,
        notAudiences: [ID<Audience>] = [], elements: [ID<Element>] = [], abroadOnly: Bool = false
    ) {
        self.sites = sites
        self.notSites = notSites
        self.maxThreat = maxThreat
        self.notAudiences = notAudiences
        self.elements = elements
        self.abroadOnly = abroadOnly
    }

    /// The caveats that are set to something, in the order of MODEL § 7.
    public var set: [Name] {
        Name.allCases.filter { name in
            switch name {
            case .sites: !sites.isEmpty
            case .notSites: !notSites.isEmpty
            case .maxThreat: maxThreat != nil
            case .notAudiences: !notAudiences.isEmpty
            case .elements: !elements.isEmpty
            case .abroadOnly: abroadOnly
            }
        }
    }
}
