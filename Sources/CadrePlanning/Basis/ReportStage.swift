/// All reports of a mission, by the number of the site, then commodity. One per mission.
enum ReportStage: Stage {
    struct Input: Equatable, Sendable {
        let stocks: [Entity<StockCount>]
        let deliveries: [Entity<Delivery>]
        let horizon: Horizon
    }

    static func compute(_ input: Input, _ tools: inout BasisNumbers) -> [Int: [ID<CommodityName>: ReportedSupplies]] {
        var reports: [Int: [ID<CommodityName>: ReportedSupplies]] = [:]
        for entity in input.stocks {
            guard let site = tools.entities.sites.known(entity.value.site) else { continue }
            reports[site, default: [:]][entity.value.commodity, default: .none].count = .init(
                period: input.horizon.period(of: entity.value.date), quantity: entity.value.quantity)
        }
        // In the order of ids, so that sums keep their last digits.
        for entity in input.deliveries {
            guard let site = tools.entities.sites.known(entity.value.site) else { continue }
            let period = input.horizon.period(of: entity.value.date)
            reports[site, default: [:]][entity.value.commodity, default: .none].deliveries[period, default: 0] +=
                entity.value.quantity
        }
        return reports
    }
}
