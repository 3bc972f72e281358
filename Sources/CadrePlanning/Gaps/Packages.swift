extension GapsEstimate {
    /// Returns the pledges that help only together, by priority. Source: MODEL § 10, packages.
    static func packages(
        _ trial: TrialPlan, _ closings: [Closing], isStopped: @escaping () -> Bool
    ) throws(Superseded) -> [Package] {
        let before = Outcome(trial.basis, trial.offered)
        var packages: [Package] = []
        var last: [Package.Pledge] = []
        for priority in Set(closings.map(\.shortfall.priority)).sorted() {
            let chosen = closings.filter { $0.shortfall.priority <= priority }
                .prefix(PlanningLimits.shortfallsTriedMax)
            let pledges = chosen.map { closing in
                Package.Pledge(
                    capability: closing.shortfall.capability, quantity: closing.shortfall.peak, from: closing.from,
                    until: closing.until, site: closing.shortfall.site)
            }
            guard pledges != last else { continue }
            last = pledges
            let tried = chosen.enumerated().map { (id: ID<Pledge>("XXX/\($0 + 1)"), pledge: $1.pledge) }
            guard let after = try trial.outcome(with: tried, isStopped: isStopped) else { continue }
            packages.append(Package(priority: priority, pledges: pledges, gain: after.gain(over: before)))
        }
        return packages
    }
}
