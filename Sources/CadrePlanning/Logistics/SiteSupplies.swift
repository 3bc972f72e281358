/// The stocks of one site in theatre, and how its supplies come. Source: MODEL § 8.
final class SiteSupplies: Equatable, Sendable {
    /// One commodity: one number per period each.
    struct Stock: Equatable, Sendable {
        var use: [Double] = []
        var delivered: [Double] = []
        /// The stock at the start of the period.
        var stock: [Double] = []
        var short: [Double] = []
        /// `nil` if nothing is used.
        var daysOfSupply: [Double?] = []
    }

    /// The stocks by commodity; `nil` if another provider supplies it.
    let stocks: [Stock?]
    /// The use that another provider must supply, by commodity; `nil` if the mission provides it.
    let hosted: [[Double]?]
    /// The weight that must be brought from outside.
    let kg: [Double]
    let loads: [Int]
    /// EUR per period.
    let supplyCost: [Double]
    let liftCost: [Double]

    init(
        stocks: [Stock?], hosted: [[Double]?], kg: [Double], loads: [Int], supplyCost: [Double], liftCost: [Double]
    ) {
        self.stocks = stocks
        self.hosted = hosted
        self.kg = kg
        self.loads = loads
        self.supplyCost = supplyCost
        self.liftCost = liftCost
    }

    static func == (a: SiteSupplies, b: SiteSupplies) -> Bool {
        a === b
            || (a.stocks == b.stocks && a.hosted == b.hosted && a.kg == b.kg && a.loads == b.loads
                && a.supplyCost == b.supplyCost && a.liftCost == b.liftCost)
    }
}
