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

    /// Returns the weight in kilograms that must be brought from outside for a delivery.
    func kgBrought(_ units: Double) -> Double { units * kgPerUnit * lifted }
}
