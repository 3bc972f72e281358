extension LogisticsEstimate {
    /// The stages of the estimate.
    struct Stages: Sendable {
        var beds = StageCache<CapacityStage>()
        var power = StageCache<CapacityStage>()
        var classrooms = StageCache<CapacityStage>()
        var movement = StageCache<MovementEstimateStage>()
        var movements = RowCutOff<Movement.Nation>()
        var costs = RowCutOff<[Double]>()
        var nations = StageCache<NationCostStage>()
        var funds = RowCutOff<FundBalance>()
    }

    /// Source: MODEL § 8.
    /// - Parameter force: The force estimate of the same plan, with the people of each nation.
    init(
        _ basis: Basis, _ plan: LogisticsPlan, _ force: ForceEstimate, _ stages: inout Stages
    ) throws(Superseded) {
        let factors = basis.factors
        commodities = Rows(
            factors.commodities.enumerated().map { index, commodity in
                (
                    commodity.id.text,
                    Rows(
                        plan.sites.compactMap { site in
                            site.supplies.stocks[index].map { (site.site.id.text, Stock($0)) }
                        })
                )
            })
        hosted = Rows(
            factors.commodities.enumerated().compactMap { index, commodity in
                let rows = plan.sites.compactMap { site in
                    site.supplies.hosted[index].map { (site.site.id.text, $0) }
                }
                return rows.isEmpty ? nil : (commodity.id.text, Rows(rows))
            })
        lift = Rows(plan.sites.map { ($0.site.id.text, Lift(kg: $0.supplies.kg, loads: $0.supplies.loads)) })
        var tools = MovementEstimateStage.Tools(basis: basis, rows: stages.movements)
        stages.movements = RowCutOff()
        movement = try stages.movement.output(
            0, .init(movements: plan.movements, sorties: plan.sorties), &tools)
        stages.movements = tools.rows
        let inTheatre = basis.sites.filter(\.site.inTheatre)
        beds = try LogisticsEstimate.capacities(
            inTheatre, plan.population, each: 1, &stages.beds
        ) { $0.beds.map(Double.init) }
        power = try LogisticsEstimate.capacities(
            inTheatre, plan.population, each: factors[.powerKwPerPerson], &stages.power
        ) { $0.powerKw }
        classrooms = try LogisticsEstimate.capacities(
            basis.sites, plan.classrooms, each: 1, &stages.classrooms
        ) { $0.classrooms.map(Double.init) }
        equipment = Rows(plan.equipment.map { ($0.item.id.text, Equipment($0)) })
        var costRows: [(String, [Double])] = []
        for (index, kind) in CostKind.allCases.enumerated() {
            costRows.append((kind.rawValue, try stages.costs.output(index, plan.costs[kind] ?? [])))
        }
        costs = Rows(costRows)
        let rates = CostRates(factors, periodDays: basis.horizon.periodDays)
        var nationRows: [(String, [Double])] = []
        for row in force.byNation.all {
            let number = basis.numbers.entities.nations.known(ID(row.name)) ?? 0
            nationRows.append((row.name, try stages.nations.output(number, .init(used: row.value, rates: rates))))
        }
        nations = Rows(nationRows)
        var fundRows: [(String, FundBalance)] = []
        for (index, charge) in plan.charges.charges.enumerated() {
            let money = plan.money[charge.fund] ?? FundMoney()
            let balance = plan.balance(charge, periods: basis.horizon.periods)
            fundRows.append(
                (
                    charge.fund.text,
                    try stages.funds.output(
                        index,
                        FundBalance(
                            pledged: money.pledged, received: money.received, balance: balance,
                            shortFrom: balance.firstIndex { $0 < FundBalance.shortBelow }))
                ))
        }
        funds = Rows(fundRows)
    }

    /// Returns the capacities of the sites.
    /// - Parameters:
    ///   - counts: The counts by the number of the site, then period.
    ///   - each: The capacity that one of them needs.
    private static func capacities(
        _ sites: [SiteEntry], _ counts: [[Int]], each: Double, _ cache: inout StageCache<CapacityStage>,
        have: (Site) -> Double?
    ) throws(Superseded) -> Rows<Capacity> {
        var rows: [(String, Capacity)] = []
        for entry in sites {
            let input = CapacityStage.Input(counts: counts[entry.number], each: each, have: have(entry.site))
            rows.append((entry.id.text, try cache.output(entry.number, input)))
        }
        return Rows(rows)
    }
}

extension LogisticsEstimate.FundBalance {
    /// A fund is short below this. Source: MODEL § 12.
    static let shortBelow = -1e-6
}

extension LogisticsEstimate.Stock {
    init(_ stock: SiteSupplies.Stock) {
        self.init(
            use: stock.use, delivered: stock.delivered, stock: stock.stock, short: stock.short,
            daysOfSupply: stock.daysOfSupply)
    }
}

extension LogisticsEstimate.Equipment {
    init(_ plan: EquipmentPlan) {
        self.init(
            needed: plan.needed, donation: plan.pledged[.donation] ?? 0, sale: plan.pledged[.sale] ?? 0,
            loan: plan.pledged[.loan] ?? 0, delivered: plan.delivered, gap: plan.gap, kgToCome: plan.kgToCome)
    }
}
