extension Alert {
    /// Demands for which nothing could be planned. Source: MODEL § 4, § 12.
    static func infeasible(_ basis: Basis, _ plan: ScenarioPlan) -> [Alert] {
        plan.training.infeasible.map { index in
            let entry = basis.demands[index]
            return Alert(
                code: .infeasibleDemand, key: entry.id.text, since: nil,
                detail: "no run of \(entry.demand.course) fits before \(entry.demand.by.text); "
                    + remedy(index, basis))
        }
    }

    private static func remedy(_ index: Int, _ basis: Basis) -> String {
        let entry = basis.demands[index]
        let course = basis.courses[entry.course]
        let first = max(basis.horizon.period(of: entry.demand.from), basis.horizon.now)
        let last = min(basis.horizon.period(of: entry.demand.by), basis.horizon.periods)
        if last - first >= course.duration {
            return "it takes more than \(PlanningLimits.runsPerDemandMax) runs: larger classes or several demands "
                + "would do"
        }
        guard first + course.duration <= basis.horizon.periods else {
            return "the course takes \(course.course.days) days and the plan ends on "
                + "\(basis.date(basis.horizon.periods)): a shorter course or more periods would do"
        }
        return "\(basis.date(first + course.duration)) or later would do"
    }

    /// What a run lacks to be taught, from now on.
    private struct Lack {
        /// Most persons short in one period, by capability.
        var persons: [Int: Int] = [:]

        mutating func note(_ capability: Int, _ gap: Int) {
            persons[capability] = max(persons[capability] ?? 0, gap)
        }
    }

    /// Runs at whose end nobody is taught. Source: MODEL § 12.
    static func unstaffed(_ basis: Basis, _ plan: ScenarioPlan) -> [Alert] {
        let runs = plan.training.runs.indices.filter { isUnstaffed($0, basis, plan) }
        guard !runs.isEmpty else { return [] }
        let lacks = lacks(of: runs, basis, plan)
        return runs.map { index in
            let run = plan.training.runs[index]
            let end = min(run.last, basis.horizon.periods - 1)
            let begin = max(run.first, basis.horizon.now)
            let missing = (lacks[index]?.persons ?? [:])
                .map { (capability: basis.capabilities.all[$0.key], persons: $0.value) }
                .sorted { $0.capability < $1.capability }.map { "\($0.persons) \($0.capability)" }
            let listed = missing.joined(separator: ", ")
            let remedy = missing.isEmpty ? "" : "; \(listed) from \(basis.date(begin)) would staff it"
            return Alert(
                code: .unstaffedRun, key: run.name, since: end,
                detail: "\(run.seats) seats of \(basis.courses[run.course].id) at \(basis.sites[run.site].id), "
                    + "nobody taught at its end on \(basis.date(end))" + remedy)
        }.sorted { bytesPrecede($0.key, $1.key) }
    }

    private static func isUnstaffed(_ index: Int, _ basis: Basis, _ plan: ScenarioPlan) -> Bool {
        let run = plan.training.runs[index]
        guard !run.isCompleted, run.last >= basis.horizon.now else { return false }
        return Staffing.students(seats: run.seats, staffing: plan.staffing.atEnd[index]) == 0
    }

    /// Its own posts, and at its site those of lines and rules without which nobody teaches. Source: MODEL § 4.
    private static func lacks(of runs: [Int], _ basis: Basis, _ plan: ScenarioPlan) -> [Int: Lack] {
        let gating = basis.factors.rules.filter(\.rule.gates).map(\.rule.capability)
        let gates = basis.capabilities.all.map { offered in gating.contains { $0.covers(offered) } }
        var bySite: [Int: [Int]] = [:]
        for index in runs { bySite[plan.training.runs[index].site, default: []].append(index) }
        let wanted = Set(runs)
        var lacks: [Int: Lack] = [:]
        for (number, period) in plan.periods.enumerated() where number >= basis.horizon.now {
            var held: [Int: [Int: Int]] = [:]
            for group in period.groups where group.gap > 0 {
                if case .course(let run, _) = group.kind {
                    if wanted.contains(run) { lacks[run, default: Lack()].note(group.capability, group.gap) }
                } else if gates[group.capability], basis.inTheatre[group.site], bySite[group.site] != nil {
                    held[group.site, default: [:]][group.capability, default: 0] += group.gap
                }
            }
            for (site, gaps) in held {
                for index in bySite[site] ?? [] {
                    let run = plan.training.runs[index]
                    guard run.first <= number, number <= run.last else { continue }
                    for (capability, gap) in gaps { lacks[index, default: Lack()].note(capability, gap) }
                }
            }
        }
        return lacks
    }
}
