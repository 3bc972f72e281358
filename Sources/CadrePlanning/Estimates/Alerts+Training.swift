extension Alert {
    /// Demands for which nothing could be planned. Source: MODEL §§ 4 and 12.
    static func infeasible(_ input: Input) -> [Alert] {
        input.plan.training.infeasible.map { entry in
            Alert(
                code: .infeasibleDemand, key: entry.id.text, since: nil,
                detail: "no run of \(entry.demand.course) fits before \(entry.demand.by.text); "
                    + remedy(entry, input.basis))
        }
    }

    private static func remedy(_ entry: DemandEntry, _ basis: Basis) -> String {
        let horizon = basis.horizon
        let first = max(horizon.period(of: entry.demand.from), horizon.now)
        let last = min(horizon.period(of: entry.demand.by), horizon.periods)
        if last - first >= entry.course.duration {
            return "it takes more than \(PlanningLimits.runsPerDemandMax) runs: larger classes or several demands "
                + "would do"
        }
        guard first + entry.course.duration <= horizon.periods else {
            return "the course takes \(entry.course.days) days and the plan ends on "
                + "\(basis.date(horizon.periods)): a shorter course or more periods would do"
        }
        return "\(basis.date(first + entry.course.duration)) or later would do"
    }

    /// Returns the alerts for runs that are over and whose outcome is not reported. Source: MODEL § 12.
    static func unreported(_ input: Input) -> [Alert] {
        let basis = input.basis
        return input.plan.training.runs.filter { run in
            guard case .given = run.origin else { return false }
            return !run.isCompleted && !run.isProvided && run.last < basis.horizon.now
        }.map { run in
            Alert(
                code: .unreportedRun, key: run.name, since: run.last,
                detail: "over since \(basis.date(run.last + 1)), not reported; an event with status completed and its "
                    + "graduates, or cancelled, would end it")
        }.sorted { bytesPrecede($0.key, $1.key) }
    }
}
