/// All published figures of one mission at one revision; sampled and recomputed ones may follow.
public struct Estimates: Equatable, Sendable {
    public var head: EstimateHead
    public var summary: SummaryEstimate
    /// The estimates of the scenarios, in the order of `Scenario.allCases`.
    public var scenarios: [ScenarioEstimates]
    /// `nil` until sampled.
    public private(set) var range: RangeEstimate?
    /// `nil` until found by recomputing.
    public var gaps: GapsEstimate?

    init(head: EstimateHead, summary: SummaryEstimate, scenarios: [ScenarioEstimates]) {
        self.head = head
        self.summary = summary
        self.scenarios = scenarios
    }

    /// Takes the samples in, and fills the summary's range by them.
    public mutating func take(_ range: RangeEstimate) {
        self.range = range
        summary.range = SummaryEstimate.Range(range)
    }

    public subscript(scenario: Scenario) -> ScenarioEstimates? {
        scenarios.first { $0.scenario == scenario }
    }
}
