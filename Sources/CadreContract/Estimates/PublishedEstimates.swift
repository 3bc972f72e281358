import CadrePlanning

/// The estimates of one mission by name, each once.
public struct PublishedEstimates: Equatable, Sendable {
    private var byName: [EstimateName: PublishedEstimate]

    /// Creates the set of these estimates.
    /// - Parameter estimates: Estimates in any order; the last of a name replaces the earlier ones.
    public init(_ estimates: [PublishedEstimate] = []) {
        byName = Dictionary(estimates.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    }

    /// Creates the set of all existing estimates.
    public init(_ estimates: Estimates) {
        self.init(EstimateName.allCases.compactMap { PublishedEstimate($0, of: estimates) })
    }

    public mutating func insert(_ estimate: PublishedEstimate) { byName[estimate.name] = estimate }

    public subscript(name: EstimateName) -> PublishedEstimate? { byName[name] }

    /// The estimates in the order of publication.
    public var all: [PublishedEstimate] { byName.values.sorted { $0.name < $1.name } }

    public var summary: SummaryEstimate? {
        if case .summary(let summary)? = byName[.summary]?.figures { summary } else { nil }
    }

    public func force(_ scenario: Scenario) -> ForceEstimate? {
        if case .force(_, let force)? = byName[.force(scenario)]?.figures { force } else { nil }
    }

    public func training(_ scenario: Scenario) -> TrainingEstimate? {
        if case .training(_, let training)? = byName[.training(scenario)]?.figures { training } else { nil }
    }

    public func logistics(_ scenario: Scenario) -> LogisticsEstimate? {
        if case .logistics(_, let logistics)? = byName[.logistics(scenario)]?.figures { logistics } else { nil }
    }

    public var range: RangeEstimate? {
        if case .range(let range)? = byName[.range]?.figures { range } else { nil }
    }

    public var gaps: GapsEstimate? {
        if case .gaps(let gaps)? = byName[.gaps]?.figures { gaps } else { nil }
    }
}

extension SummaryEstimate {
    /// Returns the headline of a scenario, or `nil` if the summary has none.
    public subscript(scenario: Scenario) -> Headline? { scenarios.first { $0.scenario == scenario } }
}
