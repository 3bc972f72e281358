/// Everything that people and courses use, and how it comes. Source: MODEL § 8.
struct LogisticsPlan: Sendable {
    let estimate: LogisticsEstimate
    /// By site, then period: persons there.
    private let population: [[Int]]
    /// By commodity, then site, what courses that begin in a period use.
    private let byStudents: [[Int: [Double]]]

    /// A plan of the scenario before, and what of it this one differs in.
    struct Earlier {
        let logistics: LogisticsPlan
        let plan: ScenarioPlan
        let basis: Basis
        let difference: ScenarioPlan.Difference

        /// Whether pledges of goods or money, or places abroad, may have changed.
        func hasChange(of kind: (Pledge.Offer) -> Bool, _ basis: Basis) -> Bool {
            difference.pledges.contains { index in
                kind(basis.pledges[index].pledge.offer)
                    || index < self.basis.pledges.count && kind(self.basis.pledges[index].pledge.offer)
            }
        }
    }

    /// - Parameter earlier: What does not depend on what differs is taken over; no figure depends on it.
    init(_ basis: Basis, _ plan: ScenarioPlan, after earlier: Earlier? = nil) {
        let sites = basis.sites.indices.filter { basis.inTheatre[$0] }
        var estimate: LogisticsEstimate
        let goods: Goods
        let hasSameReports = earlier.map { $0.basis.supplies === basis.supplies } ?? false
        if let earlier, hasSameReports, earlier.difference.closed.isEmpty,
            earlier.plan.staffing.atStart == plan.staffing.atStart
        {
            estimate = earlier.logistics.estimate
            population = earlier.logistics.population
            byStudents = earlier.logistics.byStudents
            goods = Goods(estimate)
        } else {
            population = basis.sites.indices.map { site in plan.periods.map { $0.population[site] } }
            byStudents = LogisticsPlan.useByStudents(basis, plan)
            goods = Goods(basis, plan, sites, population, byStudents, after: earlier)
            let population = population
            func capacities(_ sites: [Int], have: (Site) -> Double?, need: (Int) -> [Double]) -> Rows<
                LogisticsEstimate.Capacity
            > {
                Rows(
                    sites.map { site in
                        (basis.sites[site].id.text, .init(need: need(site), have: have(basis.sites[site].site)))
                    })
            }
            estimate = LogisticsEstimate(
                commodities: goods.commodities, lift: goods.lift,
                movement: .init(arrivals: [], departures: [], rotations: [], sorties: []),
                beds: capacities(sites, have: { $0.beds.map(Double.init) }) { population[$0].map(Double.init) },
                power: capacities(sites, have: \.powerKw) { site in
                    population[site].map { Double($0) * basis.factors[.powerKwPerPerson] }
                },
                classrooms: capacities(
                    Array(basis.sites.indices), have: { $0.classrooms.map(Double.init) },
                    need: { site in plan.periods.map { Double($0.classrooms[site]) } }),
                equipment: Rows(), costs: Rows(), funds: Rows())
        }
        estimate.movement = MovementPlan(basis, plan, after: earlier).movement
        if let earlier, !earlier.hasChange(of: { if case .equipment = $0 { true } else { false } }, basis) {
            estimate.equipment = earlier.logistics.estimate.equipment
        } else {
            estimate.equipment = LogisticsEstimate.equipment(basis, plan.selection)
        }
        if let earlier, hasSameReports, earlier.difference.closed.isEmpty, earlier.difference.isTrainingSame,
            estimate.movement.sorties == earlier.logistics.estimate.movement.sorties,
            !earlier.hasChange(of: { if case .personnel = $0 { false } else { true } }, basis)
        {
            estimate.costs = earlier.logistics.estimate.costs
            estimate.funds = earlier.logistics.estimate.funds
        } else {
            let money = MoneyPlan(
                basis, plan, supplies: goods.cost(basis, sites, plan.selection),
                lift: goods.liftCost(basis, sites, sorties: estimate.movement.sorties))
            estimate.costs = Rows(money.costs.map { ($0.key.rawValue, $0.value) })
            estimate.funds = Rows(money.funds.map { ($0.id.text, $0.balance) })
        }
        self.estimate = estimate
    }

    /// What is used at in-theatre sites, and how it comes there.
    private struct Goods {
        let commodities: Rows<Rows<LogisticsEstimate.Stock>>
        let lift: Rows<LogisticsEstimate.Lift>

        init(_ estimate: LogisticsEstimate) {
            commodities = estimate.commodities
            lift = estimate.lift
        }

        init(
            _ basis: Basis, _ plan: ScenarioPlan, _ sites: [Int], _ population: [[Int]],
            _ byStudents: [[Int: [Double]]], after earlier: Earlier?
        ) {
            let factors = basis.factors
            let none = Array(repeating: 0.0, count: basis.horizon.periods)
            let known = earlier?.logistics
            let isSame = basis.sites.indices.map { population[$0] == known?.population[$0] }
            var kg = Array(repeating: none, count: basis.sites.count)
            var commodities: [(String, Rows<LogisticsEstimate.Stock>)] = []
            for (number, commodity) in factors.commodities.enumerated() {
                let before = known?.estimate.commodities[commodity.id.text]
                var rows: [(String, LogisticsEstimate.Stock)] = []
                for site in sites where plan.selection.isOwn(basis.sites[site].hostedCommodities[number]) {
                    let entry = basis.sites[site]
                    let stock: LogisticsEstimate.Stock
                    let counted = basis.supplies.counts[number][site]
                    let reported = basis.supplies.deliveries[number][site]
                    if let earlier, isSame[site], byStudents[number][site] == known?.byStudents[number][site],
                        counted == earlier.basis.supplies.counts[number][site],
                        reported == earlier.basis.supplies.deliveries[number][site], let row = before?[entry.id.text]
                    {
                        stock = row
                    } else {
                        let setting = SuppliesPlan.Setting(
                            perPersonDay: commodity.value.perPersonDay[entry.site.climate],
                            perSiteDay: commodity.value.perSiteDay, stockDays: commodity.value.stockDays,
                            intervalDays: factors[.resupplyIntervalDays], storage: entry.site.storage[commodity.id],
                            counted: counted, reported: reported)
                        stock =
                            SuppliesPlan(
                                setting, population: population[site], byStudents: byStudents[number][site] ?? none,
                                horizon: basis.horizon
                            ).stock
                    }
                    for period in none.indices where stock.delivered[period] != 0 {
                        kg[site][period] +=
                            stock.delivered[period] * commodity.value.kgPerUnit * commodity.value.lifted
                    }
                    rows.append((entry.id.text, stock))
                }
                commodities.append((commodity.id.text, Rows(rows)))
            }
            self.commodities = Rows(commodities)
            lift = Rows(
                sites.map { site in
                    let payload = factors[basis.sites[site].site.route == .road ? .truckPayloadKg : .sortiePayloadKg]
                    return (
                        basis.sites[site].id.text,
                        .init(kg: kg[site], loads: kg[site].map { ceilWhole($0 / payload) })
                    )
                })
        }

        /// Of what is delivered, by period. EUR.
        func cost(_ basis: Basis, _ sites: [Int], _ selection: Selection) -> [Double] {
            var cost = Array(repeating: 0.0, count: basis.horizon.periods)
            for commodity in basis.factors.commodities {
                // Rows and sites are both in order of id.
                for row in commodities[commodity.id.text]?.all ?? [] {
                    for period in cost.indices where row.value.delivered[period] != 0 {
                        cost[period] += row.value.delivered[period] * commodity.value.unitCost
                    }
                }
            }
            return cost
        }

        /// Of passengers and loads, by period. EUR.
        func liftCost(_ basis: Basis, _ sites: [Int], sorties: [Int]) -> [Double] {
            let factors = basis.factors
            var liftCost = sorties.map { Double($0) * factors[.costSortie] }
            for site in sites {
                let cost = factors[basis.sites[site].site.route == .road ? .costTruckLoad : .costSortie]
                guard let loads = lift[basis.sites[site].id.text]?.loads else { continue }
                for period in loads.indices { liftCost[period] += Double(loads[period]) * cost }
            }
            return liftCost
        }
    }

    private static func useByStudents(_ basis: Basis, _ plan: ScenarioPlan) -> [[Int: [Double]]] {
        var use: [[Int: [Double]]] = Array(repeating: [:], count: basis.factors.commodities.count)
        let none = Array(repeating: 0.0, count: basis.horizon.periods)
        for (index, run) in plan.training.runs.enumerated()
        where !run.isProvided && basis.horizon.contains(run.first) {
            let perStudent = basis.courses[run.course].perStudent
            guard !perStudent.isEmpty else { continue }
            let students = Staffing.students(seats: run.seats, staffing: plan.staffing.atStart[index])
            for (commodity, quantity) in perStudent {
                use[commodity][run.site, default: none][run.first] += quantity * Double(students)
            }
        }
        return use
    }
}
