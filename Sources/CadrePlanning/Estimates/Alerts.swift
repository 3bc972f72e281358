extension Alert {
    /// Everything that calls for a planner in the `offered` scenario, from now on. Source: CONTRACT § 4, MODEL § 12.
    /// - Returns: In the order of `Code.allCases`, then key.
    static func all(_ basis: Basis, _ plan: ScenarioPlan, _ estimates: ScenarioEstimates) -> [Alert] {
        gaps(basis, plan) + training(basis, plan) + supplies(basis, estimates.logistics)
            + capacities(basis, estimates.logistics) + funds(basis, plan, estimates.logistics)
    }

    /// Above this a need counts as not met. Source: MODEL § 12.
    private static let tolerance = 1e-6

    private static func gaps(_ basis: Basis, _ plan: ScenarioPlan) -> [Alert] {
        var open: [String: (since: Int, peak: Int, personPeriods: Int)] = [:]
        for (number, period) in plan.periods.enumerated() where number >= basis.horizon.now {
            var here: [String: Int] = [:]
            for group in period.groups where group.priority <= 1 && group.gap > 0 {
                here["\(basis.sites[group.site].id)/\(basis.capabilities.all[group.capability])", default: 0] +=
                    group.gap
            }
            for (key, gap) in here {
                let before = open[key] ?? (number, 0, 0)
                open[key] = (before.since, max(before.peak, gap), before.personPeriods + gap)
            }
        }
        return open.map { key, gap in
            Alert(
                code: .priorityGap, key: key, since: gap.since,
                detail: "up to \(gap.peak) short, \(gap.personPeriods) person-periods in all, "
                    + "from \(basis.horizon.firstDay(of: gap.since).text)")
        }.sorted { bytesPrecede($0.key, $1.key) }
    }

    private static func training(_ basis: Basis, _ plan: ScenarioPlan) -> [Alert] {
        let infeasible = plan.training.infeasible.map { index in
            let demand = basis.demands[index].demand
            return Alert(
                code: .infeasibleDemand, key: basis.demands[index].id.text, since: nil,
                detail: "no run of \(demand.course) fits before \(demand.by.text); move the date or schedule runs")
        }
        var unstaffed: [Alert] = []
        for (index, run) in plan.training.runs.enumerated() where !run.isCompleted {
            let end = min(run.last, basis.horizon.periods - 1)
            let taught = Staffing.students(seats: run.seats, staffing: plan.staffing.atEnd[index])
            guard run.last >= basis.horizon.now, taught == 0 else { continue }
            unstaffed.append(
                Alert(
                    code: .unstaffedRun, key: run.name, since: end,
                    detail: "\(run.seats) seats of \(basis.courses[run.course].id) at \(basis.sites[run.site].id), "
                        + "nobody taught at its end on \(basis.horizon.firstDay(of: end).text)"))
        }
        return infeasible + unstaffed.sorted { bytesPrecede($0.key, $1.key) }
    }

    private static func supplies(_ basis: Basis, _ logistics: LogisticsEstimate) -> [Alert] {
        var alerts: [Alert] = []
        for commodity in logistics.commodities.all {
            for site in commodity.value.all {
                guard let since = first(basis, site.value.short, above: 0) else { continue }
                let short = site.value.short[since...].reduce(0, +)
                alerts.append(
                    Alert(
                        code: .stockOut, key: "\(site.name)/\(commodity.name)", since: since,
                        detail: "\(rounded(short)) short in all, from \(basis.horizon.firstDay(of: since).text)"))
            }
        }
        return alerts.sorted { bytesPrecede($0.key, $1.key) }
    }

    private static func capacities(_ basis: Basis, _ logistics: LogisticsEstimate) -> [Alert] {
        let kinds: [(Code, Rows<LogisticsEstimate.Capacity>, String)] = [
            (.beds, logistics.beds, "beds"), (.power, logistics.power, "kW"),
            (.classrooms, logistics.classrooms, "classrooms"),
        ]
        return kinds.flatMap { code, rows, unit in
            rows.all.compactMap { row -> Alert? in
                guard let have = row.value.have, let since = first(basis, row.value.need, above: have) else {
                    return nil
                }
                let most = row.value.need[since...].max() ?? have
                return Alert(
                    code: code, key: row.name, since: since,
                    detail: "up to \(rounded(most)) \(unit) needed, \(rounded(have)) there, "
                        + "from \(basis.horizon.firstDay(of: since).text)")
            }
        }
    }

    private static func funds(_ basis: Basis, _ plan: ScenarioPlan, _ logistics: LogisticsEstimate) -> [Alert] {
        var withMoney: Set<String> = []
        for (index, entry) in basis.pledges.enumerated() where plan.selection.pledges[index] {
            if case .funds(let money) = entry.pledge.offer, money.amount > 0 { withMoney.insert(money.fund.text) }
        }
        return logistics.funds.all.compactMap { row in
            guard withMoney.contains(row.name),
                let since = first(basis, row.value.balance.map { -$0 }, above: 0)
            else { return nil }
            let lowest = row.value.balance[since...].min() ?? 0
            return Alert(
                code: .fundShort, key: row.name, since: since,
                detail: "EUR \(rounded(-lowest)) short at the worst, from \(basis.horizon.firstDay(of: since).text)")
        }
    }

    /// The first period from now on in which a series is above a bound.
    private static func first(_ basis: Basis, _ series: [Double], above bound: Double) -> Int? {
        series.indices.dropFirst(basis.horizon.now).first { series[$0] > bound + tolerance }
    }

    private static func rounded(_ value: Double) -> String { String(ceilWhole(value)) }
}
