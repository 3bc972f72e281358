/// The rhythm of deliveries. Source: MODEL § 8, stock.
struct Resupply: Equatable, Sendable {
    /// Periods between deliveries, at least 1.
    let interval: Int

    init(intervalDays: Double, _ horizon: Horizon) {
        interval = max(1, horizon.periodsCovering(days: intervalDays))
    }

    func isDelivery(_ period: Int) -> Bool { period % interval == 0 }

    /// Returns the first period from `period` on in which a delivery is planned.
    func next(from period: Int) -> Int { (period + interval - 1) / interval * interval }
}
