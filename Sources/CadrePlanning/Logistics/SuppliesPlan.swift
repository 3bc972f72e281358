/// Use, stock and deliveries of one commodity at one in-theatre site. Source: MODEL § 8.
struct SuppliesPlan: Sendable {
    /// What of the site decides.
    struct Setting: Sendable {
        let perPersonDay: Double
        let perSiteDay: Double
        /// Days that what is in hand must last.
        let stockDays: Int
        let intervalDays: Double
        let storage: Double?
        let counted: ReportedSupplies.Count?
        let reported: [Int: Double]
    }

    let stock: LogisticsEstimate.Stock

    /// - Parameters:
    ///   - population: Persons there, by period.
    ///   - byStudents: What courses that begin in a period use, by period.
    init(_ setting: Setting, population: [Int], byStudents: [Double], horizon: Horizon) {
        let days = Double(horizon.periodDays)
        let use = population.indices.map { period in
            days * setting.perPersonDay * Double(population[period])
                + (population[period] > 0 ? days * setting.perSiteDay : 0) + byStudents[period]
        }
        let interval = max(1, horizon.periodsCovering(days: setting.intervalDays))
        let reach = horizon.periodsCovering(days: Double(setting.stockDays)) + interval
        var estimate = LogisticsEstimate.Stock(use: use, delivered: [], stock: [], short: [], daysOfSupply: [])
        var level = 0.0
        for period in use.indices {
            if let counted = setting.counted, counted.period == period { level = counted.quantity }
            var delivered = setting.reported[period] ?? 0
            if period >= horizon.now, period % interval == 0 {
                let target = use[period..<min(period + reach, use.count)].reduce(0, +)
                delivered += max(0, min(target, setting.storage ?? target) - level - delivered)
            }
            let inHand = level + delivered
            estimate.delivered.append(delivered)
            estimate.stock.append(level)
            estimate.short.append(max(0, use[period] - inHand))
            estimate.daysOfSupply.append(use[period] > 0 ? inHand / (use[period] / days) : nil)
            level = max(0, inHand - use[period])
        }
        stock = estimate
    }
}
