/// The supplies of a site. Key: the number of the site.
enum SiteSuppliesStage: Stage {
    struct Input: Equatable, Sendable {
        let commodities: [FactorTable.Named<CommodityName, Commodity>]
        /// Whether the mission provides the commodity there, by commodity.
        let isOwn: [Bool]
        let climate: Site.Climate
        let storage: [ID<CommodityName>: Double]
        let reports: [ID<CommodityName>: ReportedSupplies]
        /// Persons there, by period.
        let population: [Int]
        /// The use of courses that begin in a period, by commodity, then period.
        let students: [ID<CommodityName>: [Int: Double]]
        let resupply: Resupply
        /// Kilograms per truck or sortie.
        let payload: Double
        /// EUR per load.
        let costPerLoad: Double
        let horizon: Horizon
    }

    static func compute(_ input: Input, _ tools: inout NoTools) -> SiteSupplies {
        let none = Array(repeating: 0.0, count: input.horizon.periods)
        var kg = none
        var cost = none
        var stocks: [SiteSupplies.Stock?] = []
        var hosted: [[Double]?] = []
        for (index, commodity) in input.commodities.enumerated() {
            let use = use(of: commodity, input)
            guard input.isOwn[index] else {
                stocks.append(nil)
                hosted.append(use)
                continue
            }
            let stock = stock(of: commodity, use, input)
            for period in none.indices where stock.delivered[period] != 0 {
                kg[period] += commodity.value.kgBrought(stock.delivered[period])
                cost[period] += stock.delivered[period] * commodity.value.unitCost
            }
            stocks.append(stock)
            hosted.append(nil)
        }
        let loads = kg.map { ceilWhole($0 / input.payload) }
        return SiteSupplies(
            stocks: stocks, hosted: hosted, kg: kg, loads: loads, supplyCost: cost,
            liftCost: loads.map { Double($0) * input.costPerLoad })
    }

    private static func use(
        of commodity: FactorTable.Named<CommodityName, Commodity>, _ input: Input
    ) -> [Double] {
        let rates = SupplyUse(commodity.value, climate: input.climate, periodDays: input.horizon.periodDays)
        let students = input.students[commodity.id]
        return input.population.enumerated().map { period, population in
            rates.terms(population: population, students: students?[period] ?? 0).sum
        }
    }

    private static func stock(
        of commodity: FactorTable.Named<CommodityName, Commodity>, _ use: [Double], _ input: Input
    ) -> SiteSupplies.Stock {
        let horizon = input.horizon
        let days = Double(horizon.periodDays)
        let reports = input.reports[commodity.id] ?? .none
        let reach = horizon.periodsCovering(days: Double(commodity.value.stockDays)) + input.resupply.interval
        let storage = input.storage[commodity.id]
        var stock = SiteSupplies.Stock(use: use)
        stock.delivered.reserveCapacity(use.count)
        stock.stock.reserveCapacity(use.count)
        stock.short.reserveCapacity(use.count)
        stock.daysOfSupply.reserveCapacity(use.count)
        var level = 0.0
        for period in use.indices {
            if let count = reports.count, count.period == period { level = count.quantity }
            var delivered = reports.deliveries[period] ?? 0
            if period >= horizon.now, input.resupply.isDelivery(period) {
                let target = use[period..<min(period + reach, use.count)].reduce(0, +)
                delivered += max(0, min(target, storage ?? target) - level - delivered)
            }
            let inHand = level + delivered
            stock.delivered.append(delivered)
            stock.stock.append(level)
            stock.short.append(max(0, use[period] - inHand))
            stock.daysOfSupply.append(use[period] > 0 ? inHand / (use[period] / days) : nil)
            level = max(0, inHand - use[period])
        }
        return stock
    }
}
