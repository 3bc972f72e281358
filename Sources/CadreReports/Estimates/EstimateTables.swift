import CadreContract
import CadrePlanning

/// An estimate as a person reads it: a few tables with series as small charts.
public struct EstimateTables {
    /// The width of a chart in characters.
    private let chartWidth: Int

    public init(chartWidth: Int = 40) {
        self.chartWidth = chartWidth
    }

    /// Returns the tables of one estimate.
    public func tables(_ estimate: PublishedEstimate) -> [Table] {
        let heading = Heading(estimate.head, scenario: estimate.name.scenario)
        return switch estimate.figures {
        case .summary(let summary): tables(summary, heading)
        case .force(_, let force): tables(force, heading)
        case .manning(_, let manning): tables(manning, heading)
        case .training(_, let training): tables(training, heading)
        case .logistics(_, let logistics): tables(logistics, heading)
        case .range(let range): tables(range, heading)
        case .gaps(let gaps): tables(gaps, heading)
        }
    }

    /// The common part of the titles of one estimate's tables.
    struct Heading {
        let head: EstimateHead
        let scenario: Scenario?

        init(_ head: EstimateHead, scenario: Scenario?) {
            self.head = head
            self.scenario = scenario
        }

        /// Returns the title of a table: `MISSION: subject, scenario  [marking]`.
        func title(_ subject: String) -> String {
            "\(head.mission): \(subject)\(scenario.map { ", \($0.rawValue)" } ?? "")"
                + (head.marking.map { "  [\($0)]" } ?? "")
        }
    }

    // MARK: Parts that the estimates share

    func chart(_ series: [Double], top: Double? = nil) -> String {
        Sparkline.text(series, width: chartWidth, top: top)
    }

    /// Returns gaps or gains by priority: `1: 40  3: 2`.
    /// - Parameter numbers: One number for each priority from 1; those that are 0 are omitted.
    static func byPriority(_ numbers: [Int]) -> String {
        numbers.enumerated().filter { $0.element != 0 }.map { "\($0.offset + 1): \(Numbers.short($0.element))" }
            .joined(separator: "  ")
    }
}
