/// Calls `body` with a solver for a basis.
func withSolver<Value>(
    _ basis: Basis, _ isStopped: () -> Bool, _ body: (inout SolverTools) throws(Superseded) -> Value
) throws(Superseded) -> Value {
    try withoutActuallyEscaping(isStopped) { isStopped throws(Superseded) in
        var tools = SolverTools(solver: AssignmentSolver(eligibility: basis.eligibility), isStopped: isStopped)
        return try body(&tools)
    }
}

/// One planned scenario.
public struct PlanStep: Sendable {
    let scenario: Scenario
    let plan: ScenarioPlan
    let logistics: LogisticsPlan
    /// The figures of each period.
    let figures: [PeriodFigures]
    private(set) var estimates: ScenarioEstimates
    let headline: SummaryEstimate.Headline
    /// The alerts of the summary; only `offered` has any.
    let alerts: [Alert]
    private var stages: Stages

    /// The stages behind the scenario's plan.
    private struct Stages: Sendable {
        var figures = StageCache<PeriodFigureStage>()
        var logistics = LogisticsPlan.Stages()
        var nationUse = StageCache<NationUseStage>()
        var allFigures = StageCache<CutOff<[PeriodFigures]>>()
        var force = StageCache<ForceEstimateStage>()
        var forceRows = ForceEstimate.RowCutOffs()
        var training = StageCache<TrainingEstimateStage>()
        var trainingRows = TrainingEstimate.RowCutOffs()
        var logisticsEstimate = LogisticsEstimate.Stages()
        var alerts = Alert.Stages()
        var seating = Seating.Stages()
    }

    init(
        _ scenario: Scenario, _ basis: Basis, after previous: PlanStep?, _ tools: inout SolverTools
    ) throws(Superseded) {
        var stages = previous?.stages ?? Stages()
        self.scenario = scenario
        plan = try ScenarioPlan(
            basis, Selection(basis, scenario: scenario), after: previous?.plan, &tools)
        var nations = PledgeNations(basis)
        var figures: [PeriodFigures] = []
        var used: [[PeriodFigures.Row]] = []
        for (number, period) in plan.periods.enumerated() {
            figures.append(
                try stages.figures.output(number, .init(groups: period.groups, filled: period.filled)))
            used.append(
                try stages.nationUse.output(number, .init(supplies: period.supplies, used: period.used), &nations))
        }
        figures = try stages.allFigures.output(0, figures)
        self.figures = figures
        logistics = try LogisticsPlan(basis, plan, &stages.logistics)
        let force = try PlanStep.force(basis, plan, figures, used, &stages)
        let training = try PlanStep.training(basis, plan, &stages)
        estimates = ScenarioEstimates(
            scenario: scenario, force: force, manning: nil, training: training,
            logistics: try LogisticsEstimate(basis, logistics, force, &stages.logisticsEstimate))
        headline = SummaryEstimate.Headline(figures, scenario, force, training, now: basis.horizon.now)
        alerts =
            scenario == .offered
            ? try Alert.all(
                .init(basis: basis, plan: plan, figures: figures, logistics: logistics, estimate: estimates.logistics),
                &stages.alerts) : []
        self.stages = stages
    }

    private static func force(
        _ basis: Basis, _ plan: ScenarioPlan, _ figures: [PeriodFigures], _ used: [[PeriodFigures.Row]],
        _ stages: inout Stages
    ) throws(Superseded) -> ForceEstimate {
        var tools = ForceEstimateStage.Tools(basis: basis, rows: stages.forceRows)
        stages.forceRows = ForceEstimate.RowCutOffs()
        let estimate = try stages.force.output(
            0,
            .init(
                figures: figures, nations: used, enabling: plan.periods.map(\.enabling),
                sites: basis.sites.map(\.number), rules: plan.rules), &tools)
        stages.forceRows = tools.rows
        return estimate
    }

    private static func training(
        _ basis: Basis, _ plan: ScenarioPlan, _ stages: inout Stages
    ) throws(Superseded) -> TrainingEstimate {
        var tools = TrainingEstimateStage.Tools(basis: basis, rows: stages.trainingRows)
        stages.trainingRows = TrainingEstimate.RowCutOffs()
        let estimate = try stages.training.output(
            0,
            .init(
                table: plan.runTable, outcomes: plan.outcomes, wanted: plan.training.wanted,
                infeasible: plan.training.infeasible, taken: plan.training.taken,
                teaching: plan.periods.map(\.teaching), stocks: basis.stocks, hostSeries: plan.host.series,
                horizon: basis.horizon), &tools)
        stages.trainingRows = tools.rows
        return estimate
    }

    /// Finds who is in which group, and fills ``ScenarioEstimates/manning``.
    mutating func assign(_ basis: Basis, _ tools: inout SolverTools) throws(Superseded) {
        let seating = try Seating(basis, plan, &stages.seating, &tools)
        estimates.manning = ManningEstimate(basis, plan, seating)
    }

    /// Returns the assignments of each period up to one.
    func assignments(
        _ basis: Basis, through period: Int, _ tools: inout SolverTools
    ) throws(Superseded) -> [[GroupAssignment]] {
        var stages = stages.seating
        return try Seating(basis, plan, &stages, &tools).assignments
    }

    /// Returns the keys for which each stage ran since an earlier step, by the stage's name.
    func stageRuns(since earlier: PlanStep) -> [String: [Int]] {
        func keys<S: Stage>(_ stage: (PlanStep) -> StageCache<S>) -> [Int] {
            stage(self).keysRun(since: stage(earlier))
        }
        return [
            "given": keys { $0.plan.stages.given }, "enabling": keys { $0.plan.stages.enabling },
            "groups": keys { $0.plan.stages.groups }, "totals": keys { $0.plan.stages.totals },
            "teaching": keys { $0.plan.stages.teaching }, "slots": keys { $0.plan.stages.slots },
            "supplies": keys { $0.plan.stages.supplies }, "runPlans": keys { $0.plan.stages.training.plans },
            "places": keys { $0.plan.stages.training.places }, "figures": keys { $0.stages.figures },
            "siteSupplies": keys { $0.stages.logistics.supplies }, "movements": keys { $0.stages.logistics.movements },
        ]
    }
}
