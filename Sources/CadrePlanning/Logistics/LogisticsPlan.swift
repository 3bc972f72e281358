/// Everything that people and courses use, and how it comes. Source: MODEL § 8.
struct LogisticsPlan: Sendable {
    let estimate: LogisticsEstimate

    init(_ basis: Basis, _ plan: ScenarioPlan) {
        let horizon = basis.horizon
        let factors = basis.factors
        let sites = basis.sites.indices.filter { basis.inTheatre[$0] }
        let byStudents = LogisticsPlan.useByStudents(basis, plan)
        let none = Array(repeating: 0.0, count: horizon.periods)
        let population = basis.sites.indices.map { site in plan.periods.map { $0.population[site] } }

        var kg = Array(repeating: none, count: basis.sites.count)
        var suppliesCost = none
        var commodities: [(String, Rows<LogisticsEstimate.Stock>)] = []
        for (number, commodity) in factors.commodities.enumerated() {
            var rows: [(String, LogisticsEstimate.Stock)] = []
            for site in sites where plan.selection.isOwn(basis.sites[site].hostedCommodities[number]) {
                let entry = basis.sites[site]
                let setting = SuppliesPlan.Setting(
                    perPersonDay: commodity.value.perPersonDay[entry.site.climate],
                    perSiteDay: commodity.value.perSiteDay, stockDays: commodity.value.stockDays,
                    intervalDays: factors[.resupplyIntervalDays], storage: entry.site.storage[commodity.id],
                    counted: basis.stockCounts[number][site], reported: basis.deliveries[number][site])
                let stock = SuppliesPlan(
                    setting, population: population[site], byStudents: byStudents[number][site] ?? none,
                    horizon: horizon
                ).stock
                for period in none.indices where stock.delivered[period] != 0 {
                    let delivered = stock.delivered[period]
                    kg[site][period] += delivered * commodity.value.kgPerUnit * commodity.value.lifted
                    suppliesCost[period] += delivered * commodity.value.unitCost
                }
                rows.append((entry.id.text, stock))
            }
            commodities.append((commodity.id.text, Rows(rows)))
        }

        let movement = MovementPlan(
            inTheatre: LogisticsPlan.inTheatre(basis, plan), tourDays: factors[.tourDays],
            seatsPerSortie: factors[.sortieSeats], horizon: horizon
        ).movement
        var liftCost = movement.sorties.map { Double($0) * factors[.costSortie] }
        var lift: [(String, LogisticsEstimate.Lift)] = []
        for site in sites {
            let isRoad = basis.sites[site].site.route == .road
            let payload = factors[isRoad ? .truckPayloadKg : .sortiePayloadKg]
            let cost = factors[isRoad ? .costTruckLoad : .costSortie]
            let loads = kg[site].map { ceilWhole($0 / payload) }
            for period in loads.indices { liftCost[period] += Double(loads[period]) * cost }
            lift.append((basis.sites[site].id.text, .init(kg: kg[site], loads: loads)))
        }
        let money = MoneyPlan(basis, plan, supplies: suppliesCost, lift: liftCost)

        func capacities(_ sites: [Int], have: (Site) -> Double?, need: (Int) -> [Double]) -> Rows<
            LogisticsEstimate.Capacity
        > {
            Rows(
                sites.map { site in
                    (basis.sites[site].id.text, .init(need: need(site), have: have(basis.sites[site].site)))
                })
        }
        estimate = LogisticsEstimate(
            commodities: Rows(commodities), lift: Rows(lift), movement: movement,
            beds: capacities(sites, have: { $0.beds.map(Double.init) }) { population[$0].map(Double.init) },
            power: capacities(sites, have: \.powerKw) { site in
                population[site].map { Double($0) * factors[.powerKwPerPerson] }
            },
            classrooms: capacities(Array(basis.sites.indices), have: { $0.classrooms.map(Double.init) }) { site in
                plan.periods.map { Double($0.classrooms[site]) }
            },
            equipment: LogisticsEstimate.equipment(basis, plan.selection),
            costs: Rows(money.costs.map { ($0.key.rawValue, $0.value) }),
            funds: Rows(money.funds.map { ($0.id.text, $0.balance) }))
    }

    /// By commodity, then site, what courses that begin in a period use.
    private static func useByStudents(_ basis: Basis, _ plan: ScenarioPlan) -> [[Int: [Double]]] {
        var use: [[Int: [Double]]] = Array(repeating: [:], count: basis.factors.commodities.count)
        let none = Array(repeating: 0.0, count: basis.horizon.periods)
        for (index, run) in plan.training.runs.enumerated()
        where !run.isProvided && basis.horizon.contains(run.first) {
            let students = Staffing.students(seats: run.seats, staffing: plan.staffing.atStart[index])
            for (commodity, quantity) in basis.courses[run.course].perStudent {
                use[commodity][run.site, default: none][run.first] += quantity * Double(students)
            }
        }
        return use
    }

    /// By pledge that is ever used in theatre: persons, by period.
    private static func inTheatre(_ basis: Basis, _ plan: ScenarioPlan) -> [[Int]] {
        var used: [[Int]?] = Array(repeating: nil, count: basis.pledges.count)
        let none = Array(repeating: 0, count: basis.horizon.periods)
        for (number, period) in plan.periods.enumerated() {
            for (index, supply) in period.supplies.enumerated() where period.totals.usedInTheatre[index] > 0 {
                if used[supply.pledge] == nil { used[supply.pledge] = none }
                used[supply.pledge]?[number] = period.totals.usedInTheatre[index]
            }
        }
        return used.compactMap { $0 }
    }
}
