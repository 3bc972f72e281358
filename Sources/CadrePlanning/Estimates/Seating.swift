/// The groups in which each pledge's people are, period by period. Source: MODEL § 7, continuity.
struct Seating: Sendable {
    /// The assignments of a period: a fixed function of its totals and the assignments before. Key: the period.
    enum AssignmentsStage: Stage {
        struct Input: Equatable, Sendable {
            let assignment: AssignmentInput
            let totals: AssignmentTotals
            let before: [GroupAssignment]
        }

        static func compute(_ input: Input, _ tools: inout SolverTools) throws(Superseded) -> [GroupAssignment] {
            try tools.solver.assignments(
                input.assignment.period, totals: input.totals, previous: input.before, isStopped: tools.isStopped)
        }
    }

    /// The people who are available and not used in a period. Key: the period.
    enum SurplusStage: Stage {
        struct Input: Equatable, Sendable {
            let assignment: AssignmentInput
            let totals: AssignmentTotals
        }

        static func compute(_ input: Input, _ tools: inout BasisNumbers) -> [Spans.Entry] {
            SurplusReasons(input, tools).unused()
        }
    }

    /// The stages of manning.
    struct Stages: Sendable {
        var assignments = StageCache<AssignmentsStage>()
        var surplus = StageCache<SurplusStage>()
    }

    /// The group assignments of each period.
    let assignments: [[GroupAssignment]]
    /// The surplus of each period, pledge and reason as one number.
    let surplus: [[Spans.Entry]]

    init(
        _ basis: Basis, _ plan: ScenarioPlan, _ stages: inout Stages, _ tools: inout SolverTools
    ) throws(Superseded) {
        var numbers = basis.numbers
        var before: [GroupAssignment] = []
        var assignments: [[GroupAssignment]] = []
        var surplus: [[Spans.Entry]] = []
        for (number, period) in plan.periods.enumerated() {
            if tools.isStopped() { throw Superseded() }
            let input = AssignmentInput(
                groups: period.groups, supplies: period.supplies, epoch: basis.numbers.network.epoch)
            let totals = AssignmentTotals(
                filled: period.filled, used: period.used, usedInTheatre: period.usedInTheatre)
            before = try stages.assignments.output(
                number, .init(assignment: input, totals: totals, before: before), &tools)
            assignments.append(before)
            surplus.append(try stages.surplus.output(number, .init(assignment: input, totals: totals), &numbers))
        }
        self.assignments = assignments
        self.surplus = surplus
    }
}

extension Group {
    var isEnabling: Bool { if case .enabling = kind { true } else { false } }
}
