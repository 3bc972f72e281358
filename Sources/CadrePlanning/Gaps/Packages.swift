extension GapsEstimate {
    /// Pledges to be tried together.
    struct PackageTrial: Sendable {
        let priority: Int
        fileprivate let closings: [Closing]

        fileprivate var pledges: [Package.Pledge] {
            closings.map { closing in
                Package.Pledge(
                    capability: closing.shortfall.capability, quantity: closing.shortfall.peak, from: closing.from,
                    until: closing.until, site: closing.shortfall.site)
            }
        }

        /// Returns the package with its gain, or `nil` if the trial yields no outcome.
        func tried(_ trial: TrialPlan, _ before: Outcome, isStopped: () -> Bool) throws(Superseded) -> Package? {
            let tried = closings.enumerated().map { (id: ID<Pledge>("XXX/\($0 + 1)"), pledge: $1.pledge) }
            guard let after = try trial.outcome(with: tried, isStopped: isStopped) else { return nil }
            return Package(priority: priority, pledges: pledges, gain: after.gain(over: before))
        }
    }

    /// Returns the pledges that may help only together, by priority. Source: MODEL § 10, packages.
    static func packages(_ closings: [Closing]) -> [PackageTrial] {
        var packages: [PackageTrial] = []
        for priority in Set(closings.map(\.shortfall.priority)).sorted() {
            let chosen = closings.filter { $0.shortfall.priority <= priority }
                .prefix(PlanningLimits.shortfallsTriedMax)
            let package = PackageTrial(priority: priority, closings: Array(chosen))
            if package.pledges != packages.last?.pledges { packages.append(package) }
        }
        return packages
    }
}
