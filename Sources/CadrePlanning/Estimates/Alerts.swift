extension Alert {
    /// Everything that calls for a planner in the `offered` scenario, from now on: when it begins, how much it is, and
    /// what would end it. Source: CONTRACT § 4, MODEL § 12.
    ///
    /// What would end it is read off the plan, so that it moves with nothing but the plan. Where several gaps want the
    /// same people, it is the advice of all of them together that ends each: an earlier post may take what was meant for
    /// another.
    /// - Returns: In the order of `Code.allCases`, then key.
    static func all(_ basis: Basis, _ plan: ScenarioPlan, _ estimates: ScenarioEstimates) -> [Alert] {
        gaps(basis, plan) + infeasible(basis, plan) + unstaffed(basis, plan)
            + stockOuts(basis, estimates.logistics) + capacities(basis, estimates.logistics)
            + funds(basis, plan, estimates.logistics)
    }

    private struct Gap {
        let since: Int
        var last: Int
        var peak = 0
        var personPeriods = 0
    }

    private static func gaps(_ basis: Basis, _ plan: ScenarioPlan) -> [Alert] {
        var open: [String: (site: Int, capability: Int, gap: Gap)] = [:]
        for (number, period) in plan.periods.enumerated() where number >= basis.horizon.now {
            var here: [String: (site: Int, capability: Int, gap: Int)] = [:]
            for group in period.groups where group.priority <= 1 && group.gap > 0 {
                let key = "\(basis.sites[group.site].id)/\(basis.capabilities.all[group.capability])"
                here[key, default: (group.site, group.capability, 0)].gap += group.gap
            }
            for (key, short) in here {
                var gap = open[key]?.gap ?? Gap(since: number, last: number)
                gap.last = number
                gap.peak = max(gap.peak, short.gap)
                gap.personPeriods += short.gap
                open[key] = (short.site, short.capability, gap)
            }
        }
        return open.map { key, short in
            let gap = short.gap
            let capability = basis.capabilities.all[short.capability]
            return Alert(
                code: .priorityGap, key: key, since: gap.since,
                detail: "up to \(gap.peak) short, \(gap.personPeriods) person-periods in all, "
                    + "from \(basis.date(gap.since)); \(gap.peak) \(capability) for \(basis.sites[short.site].id) "
                    + "from \(basis.date(gap.since)) until \(basis.date(gap.last + 1)) would fill it")
        }.sorted { bytesPrecede($0.key, $1.key) }
    }
}

extension Basis {
    /// The first day of a period, as text.
    func date(_ period: Int) -> String { horizon.firstDay(of: period).text }
}
