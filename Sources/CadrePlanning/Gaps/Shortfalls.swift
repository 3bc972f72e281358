/// Finds the shortfalls of the `offered` plan. Source: MODEL § 10.
struct Shortfalls {
    private struct Key: Hashable {
        let capability: Int
        let site: Int
        let priority: Int
    }

    /// A shortfall that may continue.
    private struct Span {
        let from: Int
        var until: Int
        var peak = 0
        var personPeriods = 0
        var origin: Set<String> = []
        /// The keys of the runs hit.
        var runs: Set<Int> = []
    }

    private let basis: Basis
    private let plan: ScenarioPlan
    /// The index of each run, by its key.
    private let indices: [Int: Int]

    init(_ basis: Basis, _ plan: ScenarioPlan) {
        self.basis = basis
        self.plan = plan
        indices = Dictionary(uniqueKeysWithValues: plan.training.runs.enumerated().map { ($1.key, $0) })
    }

    /// Returns the shortfalls in the order (priority; person-periods, greatest first; capability; site; from).
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

    /// Returns the indices of the short groups.
    private func short(_ period: PlannedPeriod) -> [Key: [Int]] {
        var groups: [Key: [Int]] = [:]
        for (index, group) in period.groups.enumerated() where period.gap(index) > 0 {
            groups[Key(capability: group.capability, site: group.site, priority: group.priority), default: []]
                .append(index)
        }
        return groups
    }

    private func extend(
        _ span: inout Span, with groups: [Int], _ key: Key, _ number: Int, _ period: PlannedPeriod
    ) {
        let gap = groups.reduce(0) { $0 + period.gap($1) }
        span.until = number + 1
        span.peak = max(span.peak, gap)
        span.personPeriods += gap
        for index in groups {
            span.origin.insert(origin(of: period.groups[index]))
            if case .course(let run, _) = period.groups[index].kind { span.runs.insert(run) }
        }
        // Runs with foreign posts that a gate holds below 1 whose capability covers the short one.
        for gate in period.teaching.gates where gate.site == key.site {
            let required = plan.rules.capabilities[gate.place]
            guard basis.numbers.capabilities.coveredBy[key.capability].contains(required) else { continue }
            for group in period.groups where group.site == key.site {
                guard case .course(let run, _) = group.kind,
                    gate.values[SiteLoad.index(group.priority)] < 1
                else { continue }
                span.runs.insert(run)
            }
        }
    }

    private func origin(of group: Group) -> String {
        switch group.kind {
        case .line(let line): return "line \(basis.numbers.entities.lines.keys[line])"
        case .enabling: return "rule \(basis.capability(group.capability))"
        case .course(let run, _):
            guard let index = indices[run] else { return "" }
            switch plan.training.runs[index].origin {
            case .given: return "run \(plan.training.runs[index].name)"
            case .planned(let demand, _, _): return "demand \(basis.numbers.entities.demands.keys[demand])"
            }
        }
    }

    private func shortfall(_ key: Key, _ span: Span) -> GapsEstimate.Shortfall {
        let hit = span.runs.compactMap { indices[$0] }.sorted()
        return GapsEstimate.Shortfall(
            capability: basis.capability(key.capability), site: basis.id(ofSite: key.site),
            priority: key.priority, from: span.from, until: span.until, peak: span.peak,
            personPeriods: span.personPeriods, origin: span.origin.sorted(by: bytesPrecede),
            runs: hit.map { plan.training.runs[$0].name }.sorted(by: bytesPrecede),
            graduatesLost: hit.reduce(0) { $0 + lost($1) })
    }

    /// Returns the graduates lost against full seats; none of completed and provided runs and of those that end after
    /// the horizon.
    private func lost(_ index: Int) -> Double {
        let run = plan.training.runs[index]
        guard !run.isCompleted, !run.isProvided, run.last < basis.horizon.periods else { return 0 }
        return Double(run.seats) * run.course.passRate - plan.outcomes[index].graduates
    }
}
