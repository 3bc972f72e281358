import CadreContract
import CadreJSON
import CadrePlanning

/// A mission's estimates and documents, as the sections of the report read them. Computes no figure of the model: it
/// sums, finds the greatest, and names the date of a period.
struct MissionFigures: Sendable {
    let estimates: [EstimateName: JSONValue]
    let plan: StandingPlan
    let frame: EstimateFrame
    let axis: TimeAxis
    /// How many there are; a daemon that says nonsense is not believed.
    let periods: Int
    /// The first period that is not past: 0…periods.
    let now: Int

    /// The scenario that people plan by: what is accepted, with every pledge that is live. Alerts and gaps are of it.
    static let planned = Scenario.offered

    /// Far above what the contract allows (520), far below what overflows.
    private static let periodsMax = 10_000

    init(_ estimates: [EstimateName: JSONValue], _ plan: StandingPlan) {
        self.estimates = estimates
        self.plan = plan
        frame = EstimateFrame(estimates[.summary] ?? estimates.min { $0.key < $1.key }?.value ?? .empty)
        let clock = frame.now ?? 0
        periods = min(max(frame.periods, 0), Self.periodsMax)
        now = min(max(clock, 0), periods)
        axis = TimeAxis(
            start: frame.start ?? Day(number: 0), periodDays: min(max(1, frame.periodDays), Self.periodsMax),
            periods: max(1, periods),
            now: (0...periods).contains(clock) ? clock : nil)
    }

    /// An estimate's data; without members where it is not there.
    subscript(name: EstimateName) -> JSONValue { estimates[name] ?? .empty }

    func has(_ name: EstimateName) -> Bool { estimates[name] != nil }

    /// The first day of a period, also of the one after the last; a dash for none.
    func date(_ period: Int?) -> String { period.flatMap(frame.date) ?? Quantity.none }

    // MARK: Words

    /// What a person in one period is called: `person-weeks` where a period is a week.
    var personPeriods: String {
        switch frame.periodDays {
        case 1: "person-days"
        case 7: "person-weeks"
        default: "person-periods"
        }
    }

    /// `2 724 at priority 1, 530 at priority 2`; `none` where nothing is short.
    func byPriority(_ map: JSONValue?) -> String {
        let parts = (map?.members ?? []).compactMap { priority, value -> String? in
            guard let number = value.number?.double, number != 0 else { return nil }
            return "\(Quantity.number(number)) at priority\u{A0}\(priority)"
        }
        return parts.isEmpty ? "none" : parts.joined(separator: ", ")
    }

    // MARK: Over series

    /// The greatest, and the first period in which it is reached; `nil` of no numbers.
    static func peak(_ series: [Double], from first: Int = 0) -> (value: Double, period: Int)? {
        guard first < series.count, let value = series[first...].max(),
            let period = series[first...].firstIndex(of: value)
        else { return nil }
        return (value, period)
    }

    func sumFromNow(_ series: [Double]) -> Double { series.dropFirst(now).reduce(0, +) }

    /// What of the first series is above the second, a period.
    static func excess(_ required: [Double], _ filled: [Double]) -> [Double] {
        zip(required, filled).map { max(0, $0 - $1) }
    }

    /// Σ up to each period, that period included.
    static func cumulative(_ series: [Double]) -> [Double] {
        var sum = 0.0
        return series.map {
            sum += $0
            return sum
        }
    }
}

extension JSONValue {
    /// An object without members.
    static let empty: JSONValue = {
        do {
            return try JSONValue(parsing: Array("{}".utf8))
        } catch {
            preconditionFailure("{} is JSON")
        }
    }()
}
