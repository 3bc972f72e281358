/// The part of a plan with which all scenarios begin. A plan in three steps that may be taken side by side:
/// ``PlannedMission/init(_:_:)`` combines them.
public struct PlanStart: Sendable {
    let basis: Basis
    let previous: PlannedMission?

    /// Parameters as in ``PlannedMission/init(unseated:defaults:after:isStopped:)``.
    /// - Returns: `nil` if no mission is defined.
    public init?(
        _ documents: CurrentDocuments, defaults: [SourcedFactor], after previous: PlannedMission?
    ) throws(Superseded) {
        guard let basis = try Basis(documents, defaults: defaults, after: previous?.basis) else { return nil }
        self.basis = basis
        // Stages of plans with other numbers are of no use.
        self.previous = previous.flatMap { basis.hasNumbers(of: $0.basis) ? $0 : nil }
    }

    /// Plans one scenario.
    public func step(_ scenario: Scenario, isStopped: () -> Bool = { false }) throws(Superseded) -> PlanStep {
        try withSolver(basis, isStopped) { tools throws(Superseded) in try step(scenario, &tools) }
    }

    func step(_ scenario: Scenario, _ tools: inout SolverTools) throws(Superseded) -> PlanStep {
        try PlanStep(scenario, basis, after: previous?.steps.first { $0.scenario == scenario }, &tools)
    }
}
