extension PlannedMission {
    /// One part of the gaps; `nil` if it gains nothing worth telling.
    private enum GapsPart: Sendable {
        case advice(GapsEstimate.Advice?)
        case package(GapsEstimate.Package?)
        case dependence(GapsEstimate.Dependence)
    }

    /// Returns shortfalls, advice, packages and dependence of the `offered` plan. Takes some eighty plans.
    public func gaps(isStopped: () -> Bool = { false }) throws(Superseded) -> GapsEstimate {
        try gapsWork().value(isStopped: isStopped)
    }

    /// Returns the parts of ``gaps(isStopped:)``.
    public func gapsWork() -> PartedWork<GapsEstimate> {
        let trial = TrialPlan(basis: basis, offered: step(.offered).plan)
        let shortfalls = Shortfalls(basis, trial.offered).found()
        let closings = GapsEstimate.Closing.all(basis, shortfalls)
        let before = Outcome(basis, trial.offered)
        typealias Part = @Sendable (_ isStopped: () -> Bool) -> GapsPart?
        let advice = GapsEstimate.candidates(trial, closings).map { candidate -> Part in
            { isStopped in
                try? GapsPart.advice(GapsEstimate.advice(candidate, trial, before, isStopped: isStopped))
            }
        }
        let packages = GapsEstimate.packages(closings).map { package -> Part in
            { isStopped in try? GapsPart.package(package.tried(trial, before, isStopped: isStopped)) }
        }
        let dependence = GapsEstimate.nations(basis).map { nation -> Part in
            { isStopped in
                try? GapsPart.dependence(GapsEstimate.dependence(on: nation, trial, before, isStopped: isStopped))
            }
        }
        return PartedWork(advice + packages + dependence) { parts in
            var estimate = GapsEstimate(shortfalls: shortfalls, advice: [], packages: [], dependence: [])
            for part in parts {
                switch part {
                case .advice(let advice): if let advice { estimate.advice.append(advice) }
                case .package(let package): if let package { estimate.packages.append(package) }
                case .dependence(let dependence): estimate.dependence.append(dependence)
                }
            }
            estimate.advice = GapsEstimate.best(estimate.advice)
            estimate.dependence.sort { a, b in a.loss.isMore(than: b.loss) ?? (a.nation < b.nation) }
            return estimate
        }
    }
}
