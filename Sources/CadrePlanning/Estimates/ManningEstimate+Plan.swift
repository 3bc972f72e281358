extension ManningEstimate {
    /// Source: MODEL § 7: seats from the totals and the seats before, and why others are not used.
    init(
        _ basis: Basis, _ plan: ScenarioPlan, solver: inout AssignmentSolver, isStopped: () -> Bool
    ) throws(Superseded) {
        var seated = Spans()
        var unused = Spans()
        var previous: [Seat] = []
        // One number for a pledge and a group, one for a pledge and a reason.
        let groups = max(1, plan.training.labels.count)
        let reasons = ManningEstimate.reasons
        for (number, period) in plan.periods.enumerated() {
            let seats = try solver.seats(
                AssignmentPeriod(basis, period.groups, period.supplies), totals: period.totals, previous: previous,
                isStopped: isStopped)
            seated.note(seats.map { ($0.pledge * groups + $0.key, $0.persons) }, in: number)
            previous = seats
            unused.note(
                ManningEstimate.surplus(basis, period).map { ($0.pledge * reasons.count + $0.reason, $0.persons) },
                in: number)
        }
        assignments = seated.all.map { span in
            Assignment(
                pledge: basis.pledges[span.key / groups].id, group: plan.training.labels[span.key % groups].text(basis),
                from: span.from, until: span.until, persons: span.persons)
        }
        surplus = unused.all.map { span in
            Surplus(
                pledge: basis.pledges[span.key / reasons.count].id, reason: reasons[span.key % reasons.count],
                from: span.from, until: span.until, persons: span.persons)
        }
    }

    private static let reasons = Caveats.Name.allCases.map(Reason.caveat) + [.noPostNeedsIt]

    /// Persons at hand and not used, each with the first caveat that keeps them from the first short group that needs
    /// what they can do.
    private static func surplus(
        _ basis: Basis, _ period: ScenarioPlan.Period
    ) -> [(pledge: Int, reason: Int, persons: Int)] {
        let short = period.groups.filter { $0.gap > 0 }
        var known: [Int: Int] = [:]
        var found: [(pledge: Int, reason: Int, persons: Int)] = []
        for (index, supply) in period.supplies.enumerated() {
            let persons = supply.persons - period.totals.used[index]
            guard persons > 0 else { continue }
            let reason = known[supply.pledgeClass] ?? reason(basis, supply.pledgeClass, short)
            known[supply.pledgeClass] = reason
            found.append((supply.pledge, reason, persons))
        }
        return found
    }

    /// Place among `reasons`.
    private static func reason(_ basis: Basis, _ pledgeClass: Int, _ short: [Group]) -> Int {
        let able = basis.network.classes[pledgeClass].capabilities
        let first = short.first { group in
            able.contains { basis.capabilities.covers(required: group.capability, offered: $0) }
        }
        guard let first,
            let name = basis.caveats[pledgeClass].bar(
                basis.network.signatures[first.signature], at: basis.sites[first.site].site)
        else { return reasons.count - 1 }
        return Caveats.Name.allCases.firstIndex(of: name) ?? 0
    }
}
