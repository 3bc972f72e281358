/// Costs by kind and period, and what the funds have left. EUR. Source: MODEL § 8, money.
struct MoneyPlan: Sendable {
    private(set) var costs: [CostKind: [Double]] = [:]
    private(set) var funds: [(id: ID<FundName>, balance: LogisticsEstimate.FundBalance)] = []

    /// A fund is short below this. Source: MODEL § 12.
    private static let shortBelow = -1e-6

    /// - Parameters:
    ///   - supplies: By period, EUR.
    ///   - loads: By period, EUR: truck loads and sorties, of goods and of passengers.
    init(_ basis: Basis, _ plan: ScenarioPlan, supplies: [Double], lift: [Double]) {
        let horizon = basis.horizon
        let factors = basis.factors
        let days = Double(horizon.periodDays)
        let none = Array(repeating: 0.0, count: horizon.periods)
        for kind in CostKind.allCases { costs[kind] = none }
        costs[.supplies] = supplies
        costs[.lift] = lift
        costs[.personnel] = plan.periods.map { period in
            Double(period.filledInAll) * days * factors[.costPersonDay]
        }
        for (index, run) in plan.training.runs.enumerated()
        where !run.isProvided && horizon.contains(run.first) {
            let students = Staffing.students(seats: run.seats, staffing: plan.staffing.atStart[index])
            let courseDays = basis.courses[run.course].course.days
            costs[.training]?[run.first] += Double(students * courseDays) * factors[.costStudentDay]
        }
        for taken in plan.training.taken where horizon.contains(taken.startPeriod) {
            let courseDays = basis.courses[basis.demands[taken.demand].course].course.days
            let each = factors[.costStudentTravel] + Double(courseDays) * factors[.costStudentDayAbroad]
            costs[.trainingAbroad]?[taken.startPeriod] += Double(taken.places) * each
        }
        addSales(basis, plan.selection)
        balance(basis, plan.selection)
    }

    private mutating func addSales(_ basis: Basis, _ selection: Selection) {
        let items = Dictionary(uniqueKeysWithValues: basis.items.map { ($0.id, $0.item) })
        for index in basis.pledgeOrder where selection.pledges[index] {
            guard case .equipment(let sold) = basis.pledges[index].pledge.offer, sold.mode == .sale,
                let item = items[sold.item]
            else { continue }
            let period = (sold.delivery ?? item.by).map { basis.horizon.period(of: $0) } ?? 0
            guard basis.horizon.contains(period) else { continue }
            costs[.sales]?[period] += Double(sold.quantity) * item.unitCost
        }
    }

    private mutating func balance(_ basis: Basis, _ selection: Selection) {
        var pledged: [ID<FundName>: (pledged: Double, received: Double)] = [:]
        for index in basis.pledgeOrder where selection.pledges[index] {
            guard case .funds(let money) = basis.pledges[index].pledge.offer,
                let rate = basis.factors.rate(of: money.currency)
            else { continue }
            pledged[money.fund, default: (0, 0)].pledged += money.amount * rate
            pledged[money.fund, default: (0, 0)].received += money.received * rate
        }
        var uncharged = Set(CostKind.allCases)
        for fund in basis.factors.funds {
            let charged = CostKind.allCases.filter { uncharged.contains($0) && fund.value.charges.contains($0) }
            uncharged.subtract(charged)
            let money = pledged[fund.id] ?? (0, 0)
            var balance = money.pledged
            var series: [Double] = []
            for period in 0..<basis.horizon.periods {
                for kind in charged { balance -= costs[kind]?[period] ?? 0 }
                series.append(balance)
            }
            funds.append(
                (
                    fund.id,
                    LogisticsEstimate.FundBalance(
                        pledged: money.pledged, received: money.received, balance: series,
                        shortFrom: series.firstIndex { $0 < MoneyPlan.shortBelow })
                ))
        }
    }
}
