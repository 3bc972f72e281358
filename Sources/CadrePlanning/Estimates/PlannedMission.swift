/// A mission planned in all three scenarios: gives its estimates, and answers what is asked of them later.
public struct PlannedMission: Sendable {
    public let estimates: Estimates
    /// What it is the plan of.
    public let documents: StandingDocuments
    let defaults: [SourcedFactor]
    let basis: Basis
    /// In the order of `Scenario.allCases`.
    let plans: [ScenarioPlan]

    /// Plans from nothing.
    /// - Parameters:
    ///   - defaults: The factors that ship with Cadre.
    ///   - isStopped: Asked between searches; when it says so, newer state has superseded this one.
    /// - Returns: `nil` where no mission is defined.
    public init?(
        _ documents: StandingDocuments, defaults: [SourcedFactor], isStopped: () -> Bool = { false }
    ) throws(Superseded) {
        guard var builder = BasisBuilder(documents, defaults: defaults) else { return nil }
        let basis = builder.build()
        var solver = AssignmentSolver(eligibility: basis.eligibility)
        var plans: [ScenarioPlan] = []
        var scenarios: [ScenarioEstimates] = []
        var headlines: [SummaryEstimate.Headline] = []
        var alerts: [Alert] = []
        for scenario in Scenario.allCases {
            let plan = try ScenarioPlan(
                basis, Selection(basis, scenario: scenario), solver: &solver, isStopped: isStopped)
            let estimates = ScenarioEstimates(
                scenario: scenario, force: ForceEstimate(basis, plan),
                manning: try ManningEstimate(basis, plan, solver: &solver, isStopped: isStopped),
                training: TrainingEstimate(basis, plan), logistics: LogisticsPlan(basis, plan).estimate)
            headlines.append(SummaryEstimate.Headline(basis, plan, estimates))
            if scenario == .offered { alerts = Alert.all(basis, plan, estimates) }
            scenarios.append(estimates)
            plans.append(plan)
        }
        estimates = Estimates(
            head: EstimateHead(
                mission: documents.mission, revision: documents.revision, cause: documents.cause,
                asOf: documents.clock, start: basis.mission.start, periodDays: basis.mission.periodDays,
                periods: basis.mission.periods, marking: basis.mission.marking),
            summary: SummaryEstimate(
                scenarios: headlines, pledges: SummaryEstimate.pledges(basis),
                nations: SummaryEstimate.nations(basis), unresolved: basis.unresolved, alerts: alerts),
            scenarios: scenarios)
        self.documents = documents
        self.defaults = defaults
        self.basis = basis
        self.plans = plans
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
    /// The estimates alone; see ``PlannedMission``.
    public func estimates(
        defaults: [SourcedFactor], isStopped: () -> Bool = { false }
    ) throws(Superseded) -> Estimates? {
        try PlannedMission(self, defaults: defaults, isStopped: isStopped)?.estimates
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
