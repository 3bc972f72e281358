/// What sites reported of their supplies. Source: MODEL § 8.
///
/// A class of constants: that it is the same one tells at once that nothing was reported since.
final class ReportedSupplies: Sendable {
    /// What was counted, and the period at whose start it acts.
    struct Count: Equatable, Sendable {
        let period: Int
        let quantity: Double
    }

    /// Per commodity and site: counted stock, and deliveries by period.
    let counts: [[Count?]]
    let deliveries: [[[Int: Double]]]

    /// - Parameter references: Tell what is inert.
    init(
        _ documents: StandingDocuments, _ references: References, sites: [ID<Site>: Int],
        commodities: [ID<CommodityName>: Int], horizon: Horizon
    ) {
        var counts: [[Count?]] = Array(repeating: Array(repeating: nil, count: sites.count), count: commodities.count)
        var deliveries: [[[Int: Double]]] = Array(
            repeating: Array(repeating: [:], count: sites.count), count: commodities.count)
        var reported: [(id: ID<DeliveryName>, delivery: Delivery)] = []
        for (key, standing) in documents.standing where !references.inert.contains(key) {
            switch standing.document {
            case .stock(let count):
                guard let site = sites[count.site], let commodity = commodities[count.commodity] else { continue }
                counts[commodity][site] = Count(period: horizon.period(of: count.date), quantity: count.quantity)
            case .delivery(let id, let delivery): reported.append((id, delivery))
            default: continue
            }
        }
        // In order of id: sums keep their last digits.
        for (_, delivery) in reported.sorted(by: { $0.id < $1.id }) {
            guard let site = sites[delivery.site], let commodity = commodities[delivery.commodity] else { continue }
            deliveries[commodity][site][horizon.period(of: delivery.date), default: 0] += delivery.quantity
        }
        self.counts = counts
        self.deliveries = deliveries
    }
}
