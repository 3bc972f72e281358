extension Alert {
    /// The plan and figures from which alerts are read.
    struct Input {
        let basis: Basis
        let plan: ScenarioPlan
        /// The figures of each period.
        let figures: [PeriodFigures]
        let logistics: LogisticsPlan
        let estimate: LogisticsEstimate
    }

    /// Returns everything in the `offered` scenario that a planner must act on, from now on: the start, the amount and
    /// the remedy. Source: CONTRACT § 4, MODEL § 12.
    ///
    /// The remedy is read off the plan, so that it changes only with the plan. If several gaps need the same people,
    /// only the advice of all of them together is sure to end each: an earlier post may take the people meant for
    /// another.
    /// - Returns: The alerts in the order of `Code.allCases`, then key.
    static func all(_ input: Input, _ stages: inout Stages) throws(Superseded) -> [Alert] {
        var tools = input.basis
        let gaps = try stages.gaps.output(0, .init(figures: input.figures, horizon: input.basis.horizon), &tools)
        let unstaffed = try stages.unstaffed.output(
            0,
            .init(
                table: input.plan.runTable, outcomes: input.plan.outcomes, figures: input.figures,
                rules: input.plan.rules, siteRules: input.plan.siteRules, horizon: input.basis.horizon), &tools)
        return gaps + infeasible(input) + unstaffed + unreported(input) + lateEquipment(input) + stockOuts(input)
            + capacities(input) + funds(input)
    }

    /// The stages of those alerts that look at every post.
    struct Stages: Sendable {
        var gaps = StageCache<GapAlertStage>()
        var unstaffed = StageCache<UnstaffedAlertStage>()
    }

    /// The first period from now on in which a series is above a bound.
    static func first(_ basis: Basis, _ series: [Double], above bound: Double) -> Int? {
        series.indices.dropFirst(basis.horizon.now).first { series[$0] > bound + tolerance }
    }

    /// Above this a need counts as not met. Source: MODEL § 12.
    static let tolerance = 1e-6

    static func rounded(_ value: Double) -> String { String(ceilWhole(value)) }
}
