/// A planning factor with one number. Unit, bounds and default of each are the table's that ships with Cadre.
public enum ScalarFactor: String, CaseIterable, Sendable {
    case mentorShare = "mentor.share"
    case instructorAttrition = "instructor.attrition"
    case instructorPosted = "instructor.posted"
    case enablingPriority = "enabling.priority"
    case tourDays = "tour.days"
    case likelihoodUndecided = "likelihood.undecided"
    case likelihoodReturned = "likelihood.returned"
    case delayIndicated = "delay.indicated"
    case delayOffered = "delay.offered"
    case delayConfirmed = "delay.confirmed"
    case resupplyIntervalDays = "resupply.intervalDays"
    case truckPayloadKg = "truck.payloadKg"
    case sortiePayloadKg = "sortie.payloadKg"
    case sortieSeats = "sortie.seats"
    case powerKwPerPerson = "power.kwPerPerson"
    case costPersonDay = "cost.personDay"
    case costTruckLoad = "cost.truckLoad"
    case costSortie = "cost.sortie"
    case leadDays = "lead.days"
    case costStudentDayAbroad = "cost.studentDayAbroad"
    case costStudentTravel = "cost.studentTravel"
    case costStudentDay = "cost.studentDay"
}

/// A number for each threat.
public struct ByThreat: Hashable, Sendable {
    public var low: Double
    public var medium: Double
    public var high: Double

    public init(low: Double, medium: Double, high: Double) {
        self.low = low
        self.medium = medium
        self.high = high
    }

    /// The same at every threat.
    public init(_ value: Double) {
        self.init(low: value, medium: value, high: value)
    }

    public subscript(threat: Site.Threat) -> Double {
        switch threat {
        case .low: low
        case .medium: medium
        case .high: high
        }
    }
}

/// Who must come because others come: guards, interpreters, doctors … Source: MODEL § 6.
public struct EnablingRule: Hashable, Sendable {
    public enum Demand: Hashable, Sendable {
        /// Headquarters: a ratio of all principals in theatre.
        case perMission(ratio: ByThreat)
        /// A ratio of the foreign course posts at a site and its lines that a capability of `of` covers.
        case perInstructors(ratio: ByThreat, of: [Capability])
        /// A number at each site where somebody is.
        case perSite(count: ByThreat)
        /// A ratio of all at the site.
        case perPopulation(ratio: ByThreat)
    }

    public var capability: Capability
    public var demand: Demand
    /// Whether nobody teaches without.
    public var gates: Bool

    public init(capability: Capability, demand: Demand, gates: Bool = false) {
        self.capability = capability
        self.demand = demand
        self.gates = gates
    }
}

/// A commodity and how it is used, kept and brought. Source: MODEL § 8.
public struct Commodity: Hashable, Sendable {
    public struct ByClimate: Hashable, Sendable {
        public var temperate: Double
        public var hot: Double
        public var cold: Double

        public init(temperate: Double, hot: Double, cold: Double) {
            self.temperate = temperate
            self.hot = hot
            self.cold = cold
        }

        public subscript(climate: Site.Climate) -> Double {
            switch climate {
            case .temperate: temperate
            case .hot: hot
            case .cold: cold
            }
        }
    }

    public var unit: String
    /// Class of supply, `I` … `X`.
    public var supplyClass: String
    /// Units a person and day.
    public var perPersonDay: ByClimate
    /// Units a site and day.
    public var perSiteDay: Double
    public var kgPerUnit: Double
    /// EUR a unit.
    public var unitCost: Double
    public var stockDays: Int
    /// Share that must be brought from outside, 0…1.
    public var lifted: Double

    public init(
        unit: String, supplyClass: String, perPersonDay: ByClimate, perSiteDay: Double, kgPerUnit: Double,
        unitCost: Double, stockDays: Int, lifted: Double
    ) {
        self.unit = unit
        self.supplyClass = supplyClass
        self.perPersonDay = perPersonDay
        self.perSiteDay = perSiteDay
        self.kgPerUnit = kgPerUnit
        self.unitCost = unitCost
        self.stockDays = stockDays
        self.lifted = lifted
    }
}

/// A kind of cost, as funds are charged with it. Source: MODEL § 8, money.
public enum CostKind: String, CaseIterable, Sendable {
    case personnel, supplies, lift, training
    case trainingAbroad = "training-abroad"
    case sales
}

/// What a fund pays for.
public struct Fund: Hashable, Sendable {
    public var charges: [CostKind]

    public init(charges: [CostKind]) {
        self.charges = charges
    }
}

/// What is believed of pledges of a status before any became of them: a Beta distribution. Source: MODEL § 9.
public struct Prior: Hashable, Sendable {
    public var alpha: Double
    public var beta: Double

    public init(alpha: Double, beta: Double) {
        self.alpha = alpha
        self.beta = beta
    }
}

/// One factor of one mission, as `factor.set` gives it whole.
public enum Factor: Hashable, Sendable {
    case scalar(ScalarFactor, Double)
    case rule(ID<RuleName>, EnablingRule)
    case commodity(ID<CommodityName>, Commodity)
    case fund(ID<FundName>, Fund)
    case prior(Pledge.Status, Prior)
    /// EUR for one unit of the currency.
    case rate(ID<Currency>, Double)

    /// Its name in the table: `mentor.share`, `rule.guards`, `rate.USD` …
    public var name: String {
        switch self {
        case .scalar(let scalar, _): scalar.rawValue
        case .rule(let name, _): "rule.\(name)"
        case .commodity(let name, _): "commodity.\(name)"
        case .fund(let name, _): "fund.\(name)"
        case .prior(let status, _): "prior.\(status.rawValue)"
        case .rate(let currency, _): "rate.\(currency)"
        }
    }
}

/// A factor with where its value comes from.
public struct SourcedFactor: Hashable, Sendable {
    public var factor: Factor
    /// A public source in a few words, or `planning assumption`; empty where the event gave none.
    public var source: String

    public init(factor: Factor, source: String) {
        self.factor = factor
        self.source = source
    }
}
