import CadreContract
import CadrePlanning

/// The estimates and documents of a mission, as the sections of the report read them.
///
/// Computes no figure of the model: only sums, peaks and the dates of periods.
struct MissionFigures: Sendable {
    let estimates: PublishedEstimates
    let plan: PlanDocuments
    /// The head of the summary, else of the first estimate.
    let head: EstimateHead
    let axis: TimeAxis
    /// The first period that is not past: 0…`periods`.
    let now: Int

    /// The scenario that people plan by; alerts and gaps belong to it.
    static let planned = Scenario.offered

    init(_ estimates: PublishedEstimates, _ plan: PlanDocuments) {
        self.estimates = estimates
        self.plan = plan
        head = (estimates[.summary] ?? estimates.all.first)?.head ?? .empty
        now = min(max(head.now, 0), head.periods)
        axis = TimeAxis(
            start: head.start, periodDays: head.periodDays, periods: max(1, head.periods),
            now: (0...head.periods).contains(head.now) ? head.now : nil)
    }

    var periods: Int { head.periods }

    // MARK: Estimates, empty if there are none

    var summary: SummaryEstimate { estimates.summary ?? .empty }

    func force(_ scenario: Scenario = planned) -> ForceEstimate { estimates.force(scenario) ?? .empty }

    func training(_ scenario: Scenario = planned) -> TrainingEstimate { estimates.training(scenario) ?? .empty }

    func logistics(_ scenario: Scenario = planned) -> LogisticsEstimate { estimates.logistics(scenario) ?? .empty }

    // MARK: Words

    /// Returns the first day of a period, also of the one after the last, or a dash for none.
    func date(_ period: Int?) -> String { period.flatMap(head.date) ?? Quantity.none }

    /// The unit of one person in one period: `person-weeks` if a period is a week.
    var personPeriods: String {
        switch head.periodDays {
        case 1: "person-days"
        case 7: "person-weeks"
        default: "person-periods"
        }
    }

    /// Returns `2 724 at priority 1, 530 at priority 2`, or `none` if all numbers are 0.
    func byPriority(_ numbers: [Int]) -> String {
        let parts = numbers.enumerated().filter { $0.element != 0 }.map {
            "\(Quantity.number(Double($0.element))) at priority\u{A0}\($0.offset + 1)"
        }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }

    // MARK: Series

    /// Returns the largest number and its first period, or `nil` if there are no numbers.
    static func peak(_ series: [Double], from first: Int = 0) -> (value: Double, period: Int)? {
        guard first < series.count, let value = series[first...].max(),
            let period = series[first...].firstIndex(of: value)
        else { return nil }
        return (value, period)
    }

    func sumFromNow(_ series: [Double]) -> Double { series.dropFirst(now).reduce(0, +) }

    /// Returns the part of the first series above the second, for each period.
    static func excess(_ required: [Double], _ filled: [Double]) -> [Double] {
        zip(required, filled).map { max(0, $0 - $1) }
    }

    /// Returns the sums up to each period, inclusive.
    static func cumulative(_ series: [Double]) -> [Double] {
        var sum = 0.0
        return series.map {
            sum += $0
            return sum
        }
    }
}
