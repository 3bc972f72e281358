extension PlannedMission {
    /// Returns shortfalls, advice, packages and dependence of the `offered` plan. Takes some eighty plans.
    public func gaps(isStopped: () -> Bool = { false }) throws(Superseded) -> GapsEstimate {
        let basis = basis
        let offered = step(.offered).plan
        let shortfalls = Shortfalls(basis, offered).found()
        let closings = GapsEstimate.Closing.all(basis, shortfalls)
        let trial = TrialPlan(basis: basis, offered: offered)
        return try withSolver(basis, isStopped) { tools throws(Superseded) in
            let isStopped = tools.isStopped
            return GapsEstimate(
                shortfalls: shortfalls,
                advice: try GapsEstimate.advice(trial, closings, isStopped: isStopped),
                packages: try GapsEstimate.packages(trial, closings, isStopped: isStopped),
                dependence: try GapsEstimate.dependence(basis, offered, &tools))
        }
    }
}
