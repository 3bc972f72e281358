import CadrePlanning

extension Commodity {
    /// The value of a commodity factor: all members are required. Source: CONTRACT § 3.
    static let table = ObjectTable(
        "commodity", "What is used and supplied, in units of its own", from: blank,
        fields: [
            .required("unit", \.unit, .text, "The unit"),
            .required("class", \.supplyClass, .text, "The class of supply"),
            .required("perPersonDay", \.perPersonDay, .object(ByClimate.table), "Use per person and day, by climate"),
            .required("perSiteDay", \.perSiteDay, .number(.quantity), "Use per site and day"),
            .required("kgPerUnit", \.kgPerUnit, .number(.quantity), "The weight of a unit in kg"),
            .required("unitCost", \.unitCost, .number(.quantity), "The cost of a unit in EUR"),
            .required("stockDays", \.writtenStockDays, .number(.quantity), "The days of supply that a site keeps"),
            .required("lifted", \.lifted, .share, "The share that is brought from outside"),
            .checked("source", .text, "Where the figures come from"),
        ])

    private static let blank = Commodity(
        unit: "", supplyClass: "", perPersonDay: ByClimate(temperate: 0, hot: 0, cold: 0), perSiteDay: 0, kgPerUnit: 0,
        unitCost: 0, stockDays: 0, lifted: 0)

    /// The number of days as written. It need not be whole, but acts only as ceil(stockDays / P) with a whole P (MODEL
    /// § 8): rounding is exact.
    private var writtenStockDays: Double {
        get { Double(stockDays) }
        set { stockDays = Int((newValue - 1e-9).rounded(.up)) }
    }
}

extension Commodity.ByClimate {
    static let table = ObjectTable(
        "byClimate", "A number for each climate", from: Self(temperate: 0, hot: 0, cold: 0),
        fields: [
            .required("temperate", \.temperate, .number(.quantity), "In a temperate climate"),
            .required("hot", \.hot, .number(.quantity), "In a hot climate"),
            .required("cold", \.cold, .number(.quantity), "In a cold climate"),
        ])
}
