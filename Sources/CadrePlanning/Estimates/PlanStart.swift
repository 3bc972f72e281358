/// What all scenarios of a plan begin with: the basis, and the plan that they are made after. A plan in three steps that
/// may be taken side by side: ``PlannedMission/init(_:_:)`` puts them together.
public struct PlanStart: Sendable {
    let documents: StandingDocuments
    let defaults: [SourcedFactor]
    let basis: Basis
    let previous: PlannedMission?
    /// Pledges whose documents differ from the previous plan's, by index; `nil`: too much else does.
    private let changed: [Int]?

    /// Parameters as of ``PlannedMission/init(unseated:defaults:after:isStopped:)``.
    /// - Returns: `nil` where no mission is defined.
    public init?(_ documents: StandingDocuments, defaults: [SourcedFactor], after previous: PlannedMission?) {
        self.documents = documents
        self.defaults = defaults
        self.previous = previous
        let change = previous.flatMap { FollowedChange(from: $0, to: documents, defaults: defaults) }
        changed = change?.changed
        if let change {
            basis = change.basis
        } else {
            guard var builder = BasisBuilder(documents, defaults: defaults) else { return nil }
            basis = builder.build()
        }
    }

    /// Plans one scenario.
    public func step(_ scenario: Scenario, isStopped: () -> Bool = { false }) throws(Superseded) -> PlanStep {
        var solver = AssignmentSolver(eligibility: basis.eligibility)
        return try step(scenario, solver: &solver, isStopped: isStopped)
    }

    func step(
        _ scenario: Scenario, solver: inout AssignmentSolver, isStopped: () -> Bool
    ) throws(Superseded) -> PlanStep {
        let selection = Selection(basis, scenario: scenario)
        if let previous, let changed, let index = Scenario.allCases.firstIndex(of: scenario),
            selection.elements == previous.plans[index].selection.elements
        {
            return try PlanStep(
                scenario, basis, selection, after: previous, at: index, changed: changed, solver: &solver,
                isStopped: isStopped)
        }
        return try PlanStep(scenario, basis, selection, solver: &solver, isStopped: isStopped)
    }
}

/// One scenario on the way to a plan.
public struct PlanStep: Sendable {
    let plan: ScenarioPlan
    let logistics: LogisticsPlan
    let estimates: ScenarioEstimates
    let headline: SummaryEstimate.Headline
    /// Those that the summary tells of: of `offered` alone.
    let alerts: [Alert]

    /// From nothing.
    fileprivate init(
        _ scenario: Scenario, _ basis: Basis, _ selection: Selection, solver: inout AssignmentSolver,
        isStopped: () -> Bool
    ) throws(Superseded) {
        plan = try ScenarioPlan(basis, selection, solver: &solver, isStopped: isStopped)
        logistics = LogisticsPlan(basis, plan)
        estimates = ScenarioEstimates(
            scenario: scenario, force: ForceEstimate(basis, plan), manning: nil,
            training: TrainingEstimate(basis, plan), logistics: logistics.estimate)
        headline = SummaryEstimate.Headline(basis, plan, estimates)
        alerts = scenario == .offered ? Alert.all(basis, plan, estimates) : []
    }

    /// After a plan of the same frame.
    fileprivate init(
        _ scenario: Scenario, _ basis: Basis, _ selection: Selection, after previous: PlannedMission, at index: Int,
        changed: [Int], solver: inout AssignmentSolver, isStopped: () -> Bool
    ) throws(Superseded) {
        let before = previous.plans[index]
        let known = previous.estimates.scenarios[index]
        var difference = ScenarioPlan.Difference()
        plan = try ScenarioPlan(
            basis, selection, after: before, of: previous.basis, changed: changed, solver: &solver,
            difference: &difference, isStopped: isStopped)
        let earlier = LogisticsPlan.Earlier(
            logistics: previous.logistics[index], plan: before, basis: previous.basis, difference: difference)
        logistics = LogisticsPlan(basis, plan, after: earlier)
        estimates = ScenarioEstimates(
            scenario: scenario,
            force: known.force.following(basis, plan, after: before, of: previous.basis, difference)
                ?? ForceEstimate(basis, plan),
            manning: nil, training: difference.isTrainingSame ? known.training : TrainingEstimate(basis, plan),
            logistics: logistics.estimate)
        headline = SummaryEstimate.Headline(basis, plan, estimates)
        // Alerts tell of posts and fill, of runs, of what people use, and of funds that money was pledged to.
        let hasSameAlerts =
            difference.closed.isEmpty && difference.isTrainingSame
            && estimates.logistics.commodities == known.logistics.commodities
            && estimates.logistics.funds == known.logistics.funds
            && !earlier.hasChange(of: { if case .funds = $0 { true } else { false } }, basis)
        alerts =
            scenario != .offered
            ? [] : hasSameAlerts ? previous.estimates.summary.alerts : Alert.all(basis, plan, estimates)
    }
}
