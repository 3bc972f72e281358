/// The use of people and courses, their supply and their cost. Source: MODEL § 8.
struct LogisticsPlan: Sendable {
    /// The sites in theatre in the order of ids, with their supplies.
    let sites: [(site: SiteEntry, supplies: SiteSupplies)]
    /// The movements of each period.
    let movements: [Movement]
    /// Passenger sorties, by period.
    let sorties: [Int]
    let equipment: [EquipmentPlan]
    let sales: [Sale]
    /// EUR per period.
    let costs: [CostKind: [Double]]
    /// The share of each kind that a fund bears.
    let charges: FundCharges
    let money: [ID<FundName>: FundMoney]
    /// The population by the number of the site, then period.
    let population: [[Int]]
    let classrooms: [[Int]]

    /// The stages of logistics.
    struct Stages: Sendable {
        var supplies = StageCache<SiteSuppliesStage>()
        var movements = StageCache<MovementStage>()
        var columns = StageCache<SiteColumnStage>()
        var allMovements = StageCache<AllMovementsStage>()
    }

    init(_ basis: Basis, _ plan: ScenarioPlan, _ stages: inout Stages) throws(Superseded) {
        let horizon = basis.horizon
        let factors = basis.factors
        let columns = try stages.columns.output(
            0, .init(teaching: plan.periods.map(\.teaching), sites: basis.sitesByNumber.count))
        population = columns.population
        classrooms = columns.classrooms
        let students = LogisticsPlan.useByStudents(basis, plan)
        let resupply = Resupply(intervalDays: factors[.resupplyIntervalDays], horizon)
        var sites: [(site: SiteEntry, supplies: SiteSupplies)] = []
        for entry in basis.sites where entry.site.inTheatre {
            let isByRoad = entry.site.route == .road
            let supplies = try stages.supplies.output(
                entry.number,
                .init(
                    commodities: factors.commodities,
                    isOwn: factors.commodities.map { plan.selection.isOwn(entry.hosting(of: $0.id)) },
                    climate: entry.site.climate, storage: entry.site.storage,
                    reports: basis.reports[entry.number] ?? [:], population: columns.population[entry.number],
                    students: students[entry.number] ?? [:], resupply: resupply,
                    payload: factors[isByRoad ? .truckPayloadKg : .sortiePayloadKg],
                    costPerLoad: factors[isByRoad ? .costTruckLoad : .costSortie], horizon: horizon))
            sites.append((entry, supplies))
        }
        self.sites = sites
        movements = try LogisticsPlan.movements(basis, plan, &stages)
        let seats = factors[.sortieSeats]
        sorties = movements.map { ceilWhole(Double(max($0.arrivals, $0.departures)) / seats) }
        equipment = EquipmentPlan.all(basis, plan.selection)
        sales = Sale.all(basis, plan.selection)
        costs = LogisticsPlan.costs(basis, plan, sites: sites, sorties: sorties, sales: sales)
        charges = FundCharges(factors.funds)
        money = FundMoney.byFund(basis, plan.selection)
    }

    /// Returns the use of courses, by the number of the site, commodity and period in which the course begins.
    private static func useByStudents(
        _ basis: Basis, _ plan: ScenarioPlan
    ) -> [Int: [ID<CommodityName>: [Int: Double]]] {
        var use: [Int: [ID<CommodityName>: [Int: Double]]] = [:]
        for (index, run) in plan.training.runs.enumerated()
        where !run.isProvided && basis.horizon.contains(run.first) && !run.course.perStudent.isEmpty {
            for (commodity, quantity) in run.course.perStudent {
                use[run.site, default: [:]][commodity, default: [:]][run.first, default: 0] +=
                    quantity * Double(plan.outcomes[index].students)
            }
        }
        return use
    }

    private static func movements(
        _ basis: Basis, _ plan: ScenarioPlan, _ stages: inout Stages
    ) throws(Superseded) -> [Movement] {
        var tools = AllMovementsStage.Tools(periods: stages.movements, nations: PledgeNations(basis))
        stages.movements = StageCache()
        let movements = try stages.allMovements.output(
            0,
            .init(
                periods: plan.periods,
                tour: max(1, basis.horizon.periodsCovering(days: basis.factors[.tourDays]))), &tools)
        stages.movements = tools.periods
        return movements
    }

    private static func costs(
        _ basis: Basis, _ plan: ScenarioPlan, sites: [(site: SiteEntry, supplies: SiteSupplies)], sorties: [Int],
        sales: [Sale]
    ) -> [CostKind: [Double]] {
        let horizon = basis.horizon
        let rates = CostRates(basis.factors, periodDays: horizon.periodDays)
        let none = Array(repeating: 0.0, count: horizon.periods)
        var (supplies, training, abroad, sold) = (none, none, none, none)
        var lift = sorties.map { rates.passengers(sorties: $0) }
        for site in sites {
            for period in none.indices {
                supplies[period] += site.supplies.supplyCost[period]
                lift[period] += site.supplies.liftCost[period]
            }
        }
        for (index, run) in plan.training.runs.enumerated() where !run.isProvided && horizon.contains(run.first) {
            training[run.first] += rates.training(students: plan.outcomes[index].students, days: run.course.days)
        }
        for taken in plan.training.taken where horizon.contains(taken.startPeriod) {
            abroad[taken.startPeriod] += rates.abroad(places: taken.places, days: taken.demand.course.days)
        }
        for sale in sales { sold[sale.period] += sale.cost }
        return [
            .personnel: plan.periods.map { rates.personnel($0.teaching.filled) }, .supplies: supplies,
            .lift: lift, .training: training, .trainingAbroad: abroad, .sales: sold,
        ]
    }

    /// Returns a fund's balance at the end of each period.
    func balance(_ charge: FundCharges.Charge, periods: Int) -> [Double] {
        var balance = money[charge.fund]?.pledged ?? 0
        return (0..<periods).map { period in
            for (kind, share) in charge.shares { balance -= share * (costs[kind]?[period] ?? 0) }
            return balance
        }
    }

    /// Returns the use of a commodity at all sites over the horizon, in its unit.
    func use(of commodity: ID<CommodityName>, _ factors: FactorTable) -> Double {
        guard let index = factors.commodities.firstIndex(where: { $0.id == commodity }) else { return 0 }
        return sites.reduce(0) { $0 + ($1.supplies.stocks[index]?.use.reduce(0, +) ?? 0) }
    }
}
