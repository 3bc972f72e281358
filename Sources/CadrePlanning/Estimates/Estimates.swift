/// A way to read the plan. Source: MODEL § 3.
public enum Scenario: String, CaseIterable, Sendable { case committed, offered, full }

/// What every estimate begins with. Source: CONTRACT § 4.
public struct EstimateHead: Equatable, Sendable {
    public var mission: ID<Mission>
    /// Journal sequence of the mission's newest event that the figures cover.
    public var revision: Int
    /// The `id` of that event.
    public var cause: String
    /// The mission's clock.
    public var asOf: Instant
    public var start: Day
    public var periodDays: Int
    public var periods: Int
    public var marking: String?
}

/// Everything published of one mission at one revision; what is sampled or found by recomputing may follow.
public struct Estimates: Equatable, Sendable {
    public var head: EstimateHead
    public var summary: SummaryEstimate
    /// In the order of `Scenario.allCases`.
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

/// The four documents of one scenario.
public struct ScenarioEstimates: Equatable, Sendable {
    public var scenario: Scenario
    public var force: ForceEstimate
    /// `nil` until it follows.
    public var manning: ManningEstimate?
    public var training: TrainingEstimate
    public var logistics: LogisticsEstimate
}
