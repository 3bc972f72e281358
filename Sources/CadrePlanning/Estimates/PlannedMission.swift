/// A mission planned in all three scenarios: its estimates, and the answers to questions about them.
public struct PlannedMission: Sendable {
    public private(set) var estimates: Estimates
    let basis: Basis
    /// The plans of the scenarios, in the order of `Scenario.allCases`.
    private(set) var steps: [PlanStep]
    private var overview = StageCache<SummaryOverviewStage>()

    /// The state that is planned.
    public var documents: CurrentDocuments { basis.documents }

    /// Plans everything but who is in which group; see ``assign(isStopped:)``.
    ///
    /// - Parameters:
    ///   - documents: The state.
    ///   - defaults: The factors that ship with Cadre.
    ///   - previous: A plan of any state: whatever depends on nothing that changed is used again. No figure depends on it.
    ///   - isStopped: Asked between searches; when it returns `true`, newer state has superseded this one.
    /// - Returns: `nil` if no mission is defined.
    public init?(
        unseated documents: CurrentDocuments, defaults: [SourcedFactor], after previous: PlannedMission?,
        isStopped: () -> Bool = { false }
    ) throws(Superseded) {
        guard let start = try PlanStart(documents, defaults: defaults, after: previous) else { return nil }
        let steps = try withSolver(start.basis, isStopped) { tools throws(Superseded) in
            var steps: [PlanStep] = []
            for scenario in Scenario.allCases { steps.append(try start.step(scenario, &tools)) }
            return steps
        }
        try self.init(start, steps)
    }

    /// Combines a plan whose scenarios were planned one by one, or side by side: they do not depend on one another.
    /// - Parameter steps: One of each scenario, all of `start`, in any order.
    public init(_ start: PlanStart, _ steps: [PlanStep]) throws(Superseded) {
        let steps = Scenario.allCases.compactMap { scenario in steps.first { $0.scenario == scenario } }
        precondition(steps.count == Scenario.allCases.count, "a plan has all scenarios")
        let basis = start.basis
        self.basis = basis
        self.steps = steps
        if let previous = start.previous { overview = previous.overview }
        let overview = try overview.output(
            0, .init(pledges: basis.pledges, factors: basis.factors, set: basis.factorsSet))
        estimates = Estimates(
            head: EstimateHead(
                mission: basis.documents.mission, revision: basis.documents.revision, cause: basis.documents.cause,
                asOf: basis.clock, start: basis.mission.start, periodDays: basis.mission.periodDays,
                periods: basis.mission.periods, marking: basis.mission.marking),
            summary: SummaryEstimate(
                scenarios: steps.map(\.headline), pledges: overview.pledges, nations: overview.nations,
                factors: overview.factors, unresolved: basis.unresolved, alerts: steps.flatMap(\.alerts)),
            scenarios: steps.map(\.estimates))
    }

    /// Plans everything, manning included.
    /// - Parameters: As in ``init(unseated:defaults:after:isStopped:)``.
    public init?(
        _ documents: CurrentDocuments, defaults: [SourcedFactor], after previous: PlannedMission? = nil,
        isStopped: () -> Bool = { false }
    ) throws(Superseded) {
        try self.init(unseated: documents, defaults: defaults, after: previous, isStopped: isStopped)
        try assign(isStopped: isStopped)
    }

    /// Finds who is in which group, and fills ``ScenarioEstimates/manning``. Takes about as long as the rest of a plan.
    public mutating func assign(isStopped: () -> Bool = { false }) throws(Superseded) {
        let basis = basis
        steps = try withSolver(basis, isStopped) { [steps] tools throws(Superseded) in
            var assigned = steps
            for index in assigned.indices where assigned[index].estimates.manning == nil {
                try assigned[index].assign(basis, &tools)
            }
            return assigned
        }
        estimates.scenarios = steps.map(\.estimates)
    }

    /// The step of a scenario.
    func step(_ scenario: Scenario) -> PlanStep {
        steps[Scenario.allCases.firstIndex(of: scenario) ?? 0]
    }
}

extension CurrentDocuments {
    /// Returns the names that are unknown or count for nothing, without planning. Source: MODEL § 2.
    public func unresolved(defaults: [SourcedFactor]) -> [UnresolvedReference] {
        var table = EntityTable()
        var numbers = EntityNumbers()
        _ = table.follow(self, &numbers)
        let factors = FactorTable(defaults: defaults, set: table.factors)
        return References(.init(table, mission: mission, factors: factors), numbers).unresolved
    }
}
