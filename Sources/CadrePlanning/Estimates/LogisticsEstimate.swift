/// `logistics.<scenario>`. Source: CONTRACT § 4, MODEL § 8. Quantities in the commodity's unit, money in EUR.
public struct LogisticsEstimate: Equatable, Sendable {
    public struct Stock: Equatable, Sendable {
        public var use: [Double]
        public var delivered: [Double]
        /// The stock at the start of the period.
        public var stock: [Double]
        public var short: [Double]
        /// The days of supply; `nil` if nothing is used.
        public var daysOfSupply: [Double?]
    }

    public struct Lift: Equatable, Sendable {
        public var kg: [Double]
        /// Truck loads or sorties, by the site's route.
        public var loads: [Int]
    }

    public struct Movement: Equatable, Sendable {
        /// The movements of one nation's people: one number per period each.
        public struct Nation: Equatable, Sendable {
            public var arrivals: [Int]
            public var departures: [Int]
            public var rotations: [Int]
        }

        public var arrivals: [Int]
        public var departures: [Int]
        public var rotations: [Int]
        public var sorties: [Int]
        public var byNation: Rows<Nation>
    }

    public struct Capacity: Equatable, Sendable {
        public var need: [Double]
        /// The capacity that the site has; `nil` if it is not known.
        public var have: Double?
    }

    public struct Equipment: Equatable, Sendable {
        public var needed: Int
        public var donation: Int
        public var sale: Int
        public var loan: Int
        public var delivered: Int
        public var gap: Int
        public var kgToCome: Double
    }

    public struct FundBalance: Equatable, Sendable {
        public var pledged: Double
        public var received: Double
        public var balance: [Double]
        /// The first period in which the balance is below zero.
        public var shortFrom: Int?
    }

    /// The stocks by commodity, then site.
    public var commodities: Rows<Rows<Stock>>
    /// The use that another provider must supply for hosted commodities, by commodity, then site. Source: MODEL § 8.
    public var hosted: Rows<Rows<[Double]>>
    /// The lift by site.
    public var lift: Rows<Lift>
    public var movement: Movement
    /// Persons against beds, kW against kW, classrooms against classrooms: by site.
    public var beds: Rows<Capacity>
    public var power: Rows<Capacity>
    public var classrooms: Rows<Capacity>
    public var equipment: Rows<Equipment>
    /// The costs by kind, in EUR per period.
    public var costs: Rows<[Double]>
    /// The cost of personnel by the nation that provides it, in EUR per period.
    public var nations: Rows<[Double]>
    public var funds: Rows<FundBalance>
}
