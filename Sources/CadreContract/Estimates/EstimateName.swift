import CadrePlanning

/// The name of an estimate: `summary`, `force.offered` … Source: CONTRACT § 4.
public enum EstimateName: Hashable, Sendable {
    case summary
    case force(Scenario)
    case manning(Scenario)
    case training(Scenario)
    case logistics(Scenario)
    /// Sampled in the background; may follow the others.
    case range
    /// Found by recomputing in the background; may follow the others.
    case gaps

    /// The name without scenario, as used in the type of the event.
    public var family: String {
        switch self {
        case .summary: "summary"
        case .force: "force"
        case .manning: "manning"
        case .training: "training"
        case .logistics: "logistics"
        case .range: "range"
        case .gaps: "gaps"
        }
    }

    public var scenario: Scenario? {
        switch self {
        case .summary, .range, .gaps: nil
        case .force(let scenario), .manning(let scenario), .training(let scenario), .logistics(let scenario): scenario
        }
    }

    /// The name in topics, ids and requests: `force.offered`.
    public var text: String {
        scenario.map { "\(family).\($0.rawValue)" } ?? family
    }

    /// The CloudEvents `type`.
    public var type: String { "cadre.estimate.\(family).v1" }

    /// Creates the name with this text, or returns `nil` if `text` names no estimate.
    public init?(_ text: String) {
        guard let name = Self.byText[text] else { return nil }
        self = name
    }

    private static let byText = Dictionary(uniqueKeysWithValues: allCases.map { ($0.text, $0) })
    private static let places = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })
}

/// The order of publication, that of the table in CONTRACT § 4.
extension EstimateName: CaseIterable, Comparable {
    public static let allCases: [EstimateName] =
        [.summary]
        + Scenario.allCases.map { .force($0) }
        + Scenario.allCases.map { .manning($0) }
        + Scenario.allCases.map { .training($0) }
        + Scenario.allCases.map { .logistics($0) }
        + [.range, .gaps]

    public static func < (a: EstimateName, b: EstimateName) -> Bool {
        places[a, default: allCases.count] < places[b, default: allCases.count]
    }
}
