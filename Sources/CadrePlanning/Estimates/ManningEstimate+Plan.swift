/// Who sits where in one scenario, period by period, kept for the plan that follows. Source: MODEL § 7.
struct Seating: Sendable {
    /// What decides who sits where and who is not used, and the outcome.
    struct Period: Sendable {
        let groups: [Group]
        let supplies: [AssignmentSupply]
        let totals: AssignmentTotals
        let seats: [Seat]
        /// By pledge and group, and by pledge and reason, each as one number: see ``ManningEstimate/init(_:_:_:)``.
        let seated: [Spans.Entry]
        let unused: [Spans.Entry]
    }

    let estimate: ManningEstimate
    private let frame: ScenarioPlan.Frame
    private let periods: [Period]

    /// Seats are a fixed function of a period's totals and the seats before: where these are equal, so are they.
    /// - Parameter previous: Of the same scenario, of any plan before.
    init(
        _ basis: Basis, _ plan: ScenarioPlan, after previous: Seating?, solver: inout AssignmentSolver,
        isStopped: () -> Bool
    ) throws(Superseded) {
        frame = plan.frame
        let previous = previous.flatMap { $0.frame === plan.frame ? $0 : nil }
        let groups = plan.training.labels.count
        var periods: [Period] = []
        var seats: [Seat] = []
        var seatsBefore: [Seat] = []
        var isSame = previous != nil
        for (number, period) in plan.periods.enumerated() {
            let known = previous?.periods[number]
            if let known, seats == seatsBefore, period.groups == known.groups, period.supplies == known.supplies,
                period.totals == known.totals
            {
                periods.append(known)
                seats = known.seats
                seatsBefore = known.seats
                continue
            }
            isSame = false
            seatsBefore = known?.seats ?? []
            seats = try solver.seats(
                AssignmentPeriod(basis, period.groups, period.supplies), totals: period.totals, previous: seats,
                isStopped: isStopped)
            periods.append(
                Period(
                    groups: period.groups, supplies: period.supplies, totals: period.totals, seats: seats,
                    seated: seats.map { Spans.Entry(key: $0.pledge * groups + $0.key, persons: $0.persons) }
                        .sorted { $0.key < $1.key },
                    unused: ManningEstimate.unused(basis, period)))
        }
        self.periods = periods
        if isSame, let previous {
            estimate = previous.estimate
        } else {
            estimate = ManningEstimate(basis, plan, periods)
        }
    }
}

extension ManningEstimate {
    /// - Parameter periods: Their keys are a pledge's index times the number of group labels, plus the group's key; or
    ///   times the number of reasons, plus the reason's place.
    fileprivate init(_ basis: Basis, _ plan: ScenarioPlan, _ periods: [Seating.Period]) {
        var seated = Spans()
        var unused = Spans()
        for (number, period) in periods.enumerated() {
            seated.note(period.seated, in: number)
            unused.note(period.unused, in: number)
        }
        var rank = Array(repeating: 0, count: basis.pledges.count)
        for (place, pledge) in basis.pledgeOrder.enumerated() { rank[pledge] = place }
        // By pledge in order of id, then by group or reason, then by where they begin.
        func ordered(_ spans: [Spans.Span], width: Int) -> [Spans.Span] {
            spans.map { span in (rank[span.key / width] * width + span.key % width, span) }
                .sorted { ($0.0, $0.1.from) < ($1.0, $1.1.from) }.map(\.1)
        }
        let groups = plan.training.labels.count
        var texts: [String?] = Array(repeating: nil, count: groups)
        assignments = ordered(seated.all, width: max(1, groups)).map { span in
            let key = span.key % groups
            let text = texts[key] ?? plan.training.labels[key].text(basis)
            texts[key] = text
            return Assignment(
                pledge: basis.pledges[span.key / groups].id, group: text, from: span.from, until: span.until,
                persons: span.persons)
        }
        let reasons = ManningEstimate.reasons
        surplus = ordered(unused.all, width: reasons.count).map { span in
            Surplus(
                pledge: basis.pledges[span.key / reasons.count].id, reason: reasons[span.key % reasons.count],
                from: span.from, until: span.until, persons: span.persons)
        }
    }

    private static let reasons = Caveats.Name.allCases.map(Reason.caveat) + [.noPostNeedsIt]

    /// Persons at hand and not used, each with the first caveat that keeps them from the first short group that needs
    /// what they can do.
    /// - Returns: By pledge and place among the reasons; keys ascending.
    fileprivate static func unused(_ basis: Basis, _ period: ScenarioPlan.Period) -> [Spans.Entry] {
        let short = period.groups.filter { $0.gap > 0 }
        var known: [Int: Int] = [:]
        var found: [Spans.Entry] = []
        for (index, supply) in period.supplies.enumerated() {
            let persons = supply.persons - period.totals.used[index]
            guard persons > 0 else { continue }
            let reason = known[supply.pledgeClass] ?? reason(basis, supply.pledgeClass, short)
            known[supply.pledgeClass] = reason
            found.append(Spans.Entry(key: supply.pledge * reasons.count + reason, persons: persons))
        }
        return found.sorted { $0.key < $1.key }
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
