/// Finds the shortfalls of the `offered` plan. Source: MODEL § 10.
struct Shortfalls {
    private struct Key: Hashable {
        let capability: Int
        let site: Int
        let priority: Int
    }

    /// A shortfall that may go on.
    private struct Span {
        let from: Int
        var until: Int
        var peak = 0
        var personPeriods = 0
        var origin: Set<String> = []
        var runs: Set<Int> = []
    }

    private let basis: Basis
    private let plan: ScenarioPlan
    /// Per capability of the basis: whether a gating rule's capability covers it.
    private let gates: [Bool]

    init(_ basis: Basis, _ plan: ScenarioPlan) {
        self.basis = basis
        self.plan = plan
        let gating = basis.factors.rules.filter(\.rule.gates).map(\.rule.capability)
        gates = basis.capabilities.all.map { offered in gating.contains { $0.covers(offered) } }
    }

    /// In the order (priority; person-periods, greatest first; capability; site; from).
    func found() -> [GapsEstimate.Shortfall] {
        var open: [Key: Span] = [:]
        var done: [(Key, Span)] = []
        for (number, period) in plan.periods.enumerated() where number >= basis.horizon.now {
            for (key, groups) in short(period) {
                var span = open[key] ?? Span(from: number, until: number)
                if span.until != number {
                    done.append((key, span))
                    span = Span(from: number, until: number)
                }
                extend(&span, with: groups, key, number, period)
                open[key] = span
            }
        }
        return (done + open.map { ($0.key, $0.value) }).map(shortfall).sorted { a, b in
            if a.priority != b.priority { return a.priority < b.priority }
            if a.personPeriods != b.personPeriods { return a.personPeriods > b.personPeriods }
            if a.capability != b.capability { return a.capability < b.capability }
            return a.site != b.site ? a.site < b.site : a.from < b.from
        }
    }

    private func short(_ period: ScenarioPlan.Period) -> [Key: [Group]] {
        var groups: [Key: [Group]] = [:]
        for group in period.groups where group.gap > 0 {
            groups[Key(capability: group.capability, site: group.site, priority: group.priority), default: []]
                .append(group)
        }
        return groups
    }

    private func extend(
        _ span: inout Span, with groups: [Group], _ key: Key, _ number: Int, _ period: ScenarioPlan.Period
    ) {
        let gap = groups.reduce(0) { $0 + $1.gap }
        span.until = number + 1
        span.peak = max(span.peak, gap)
        span.personPeriods += gap
        var holdsUpTeaching = false
        for group in groups {
            span.origin.insert(origin(of: group))
            if case .course(let run, _) = group.kind {
                span.runs.insert(run)
            } else if gates[key.capability], basis.inTheatre[key.site] {
                holdsUpTeaching = true
            }
        }
        guard holdsUpTeaching else { return }
        for (index, run) in plan.training.runs.enumerated()
        where run.site == key.site && run.first <= number && number <= run.last {
            span.runs.insert(index)
        }
    }

    private func origin(of group: Group) -> String {
        switch group.kind {
        case .line(let line): "line \(basis.lines[line].id)"
        case .enabling: "rule \(basis.capabilities.all[group.capability])"
        case .course(let run, _):
            switch plan.training.runs[run].origin {
            case .given: "run \(plan.training.runs[run].name)"
            case .planned(let demand, _, _): "demand \(basis.demands[demand].id)"
            }
        }
    }

    private func shortfall(_ key: Key, _ span: Span) -> GapsEstimate.Shortfall {
        GapsEstimate.Shortfall(
            capability: basis.capabilities.all[key.capability], site: basis.sites[key.site].id,
            priority: key.priority, from: span.from, until: span.until, peak: span.peak,
            personPeriods: span.personPeriods, origin: span.origin.sorted(by: bytesPrecede),
            runs: span.runs.map { plan.training.runs[$0].name }.sorted(by: bytesPrecede),
            graduatesLost: span.runs.sorted().reduce(0) { $0 + lost($1) })
    }

    /// Against full seats; nothing of completed and provided runs and of those that end after the horizon.
    private func lost(_ index: Int) -> Double {
        let run = plan.training.runs[index]
        guard !run.isCompleted, !run.isProvided, run.last < basis.horizon.periods else { return 0 }
        return Double(run.seats) * basis.courses[run.course].course.passRate - plan.graduates[index]
    }
}
