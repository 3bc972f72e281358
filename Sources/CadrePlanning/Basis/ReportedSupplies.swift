/// The counted stocks and reported deliveries of a site and commodity. Source: MODEL § 8.
struct ReportedSupplies: Equatable, Sendable {
    /// A count and the period at whose start it takes effect.
    struct Count: Equatable, Sendable {
        let period: Int
        let quantity: Double
    }

    var count: Count?
    /// Deliveries by period.
    var deliveries: [Int: Double] = [:]

    static let none = ReportedSupplies()
}
