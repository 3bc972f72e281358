/// A mission planned in all three scenarios: gives its estimates, and answers what is asked of them later.
public struct PlannedMission: Sendable {
    public private(set) var estimates: Estimates
    /// What it is the plan of.
    public let documents: StandingDocuments
    let defaults: [SourcedFactor]
    let basis: Basis
    /// In the order of `Scenario.allCases`.
    let plans: [ScenarioPlan]
    let logistics: [LogisticsPlan]
    /// By scenario: who sits where, of this plan or of one before.
    private var seatings: [Seating?]

    /// Plans all but who sits where; see ``seat(isStopped:)``.
    ///
    /// - Parameters:
    ///   - defaults: The factors that ship with Cadre.
    ///   - previous: A plan of an earlier state, or of any other: what depends on nothing that changed since is taken
    ///     over. No figure depends on it.
    ///   - isStopped: Asked between searches; when it says so, newer state has superseded this one.
    /// - Returns: `nil` where no mission is defined.
    public init?(
        unseated documents: StandingDocuments, defaults: [SourcedFactor], after previous: PlannedMission?,
        isStopped: () -> Bool = { false }
    ) throws(Superseded) {
        guard let start = PlanStart(documents, defaults: defaults, after: previous) else { return nil }
        var solver = AssignmentSolver(eligibility: start.basis.eligibility)
        var steps: [PlanStep] = []
        for scenario in Scenario.allCases {
            steps.append(try start.step(scenario, solver: &solver, isStopped: isStopped))
        }
        self.init(start, steps)
    }

    /// Puts a plan together whose scenarios were planned one by one, or side by side: they know nothing of one another.
    /// - Parameter steps: One of each scenario, all of `start`, in any order.
    public init(_ start: PlanStart, _ steps: [PlanStep]) {
        let steps = Scenario.allCases.compactMap { scenario in
            steps.first { $0.estimates.scenario == scenario }
        }
        precondition(steps.count == Scenario.allCases.count, "a plan has all scenarios")
        documents = start.documents
        defaults = start.defaults
        basis = start.basis
        plans = steps.map(\.plan)
        logistics = steps.map(\.logistics)
        estimates = Estimates(
            head: EstimateHead(
                mission: documents.mission, revision: documents.revision, cause: documents.cause,
                asOf: documents.clock, start: basis.mission.start, periodDays: basis.mission.periodDays,
                periods: basis.mission.periods, marking: basis.mission.marking),
            summary: SummaryEstimate(
                scenarios: steps.map(\.headline), pledges: SummaryEstimate.pledges(basis),
                nations: SummaryEstimate.nations(basis), unresolved: basis.unresolved,
                alerts: steps.flatMap(\.alerts)),
            scenarios: steps.map(\.estimates))
        seatings = start.previous?.seatings ?? Array(repeating: nil, count: plans.count)
    }

    /// Plans everything, manning included.
    /// - Parameters: As of ``init(unseated:defaults:after:isStopped:)``.
    public init?(
        _ documents: StandingDocuments, defaults: [SourcedFactor], after previous: PlannedMission? = nil,
        isStopped: () -> Bool = { false }
    ) throws(Superseded) {
        try self.init(unseated: documents, defaults: defaults, after: previous, isStopped: isStopped)
        try seat(isStopped: isStopped)
    }

    /// Finds out who sits where, and fills ``ScenarioEstimates/manning``. Takes about as long as the rest of a plan.
    public mutating func seat(isStopped: () -> Bool = { false }) throws(Superseded) {
        var solver = AssignmentSolver(eligibility: basis.eligibility)
        for (index, plan) in plans.enumerated() where estimates.scenarios[index].manning == nil {
            let seating = try Seating(basis, plan, after: seatings[index], solver: &solver, isStopped: isStopped)
            seatings[index] = seating
            estimates.scenarios[index].manning = seating.estimate
        }
    }

    /// Both ranges and their drivers. Takes about as long as `samples` plans.
    /// - Parameter samples: At least 1.
    public func range(samples: Int, isStopped: () -> Bool = { false }) throws(Superseded) -> RangeEstimate {
        var solver = AssignmentSolver(eligibility: basis.eligibility)
        return RangeEstimate(
            samples: samples,
            structural: try .init(basis, samples: samples, solver: &solver, isStopped: isStopped),
            firmness: try .init(
                basis, statusesSeen: documents.statusesSeen, samples: samples, solver: &solver, isStopped: isStopped),
            drivers: try RangeEstimate.drivers(basis, solver: &solver, isStopped: isStopped))
    }

    /// Shortfalls, advice and dependence of the `offered` plan. Takes some sixty plans.
    public func gaps(isStopped: () -> Bool = { false }) throws(Superseded) -> GapsEstimate {
        let offered = plans[Scenario.allCases.firstIndex(of: .offered) ?? 0]
        let shortfalls = Shortfalls(basis, offered).found()
        var solver = AssignmentSolver(eligibility: basis.eligibility)
        return GapsEstimate(
            shortfalls: shortfalls,
            advice: try GapsEstimate.advice(
                basis, offered, shortfalls, documents: documents, defaults: defaults, isStopped: isStopped),
            dependence: try GapsEstimate.dependence(basis, offered, solver: &solver, isStopped: isStopped))
    }
}

extension StandingDocuments {
    /// Names that are not known or count for nothing, without planning. Source: MODEL § 2.
    public func unresolved(defaults: [SourcedFactor]) -> [SummaryEstimate.Unresolved] {
        References(self, factors: FactorTable(defaults: defaults, set: factorsSet)).unresolved
    }

    /// The factors that stand because an event set them.
    var factorsSet: [SourcedFactor] {
        standing.values.compactMap { standing in
            if case .factor(let sourced) = standing.document { sourced } else { nil }
        }
    }
}
