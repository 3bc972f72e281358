/// The four documents of one scenario.
public struct ScenarioEstimates: Equatable, Sendable {
    public var scenario: Scenario
    public var force: ForceEstimate
    /// `nil` until it follows.
    public var manning: ManningEstimate?
    public var training: TrainingEstimate
    public var logistics: LogisticsEstimate
}
