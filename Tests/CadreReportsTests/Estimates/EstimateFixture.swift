import CadreContract
import CadreJSON
@testable import CadrePlanning

/// Estimates of a mission of weeks from 1 January 2024, put together by hand.
enum EstimateFixture {
    /// - Parameter today: The date of the mission's clock.
    static func head(periods: Int = 4, revision: Int = 7, today: String = "2024-01-09") throws -> EstimateHead {
        let parts = today.split(separator: "-").compactMap { Int($0) }
        var head = EstimateHead.empty
        head.mission = ID("m1")
        head.revision = revision
        head.start = Day(number: 19_723)
        head.periodDays = 7
        head.periods = periods
        if parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) {
            head.asOf = Instant(seconds: day.number * 86_400 + 8 * 3_600)
        }
        return head
    }

    static func force(
        _ strength: Strength, bySite: [(String, Strength)] = [], byCapability: [(String, Strength)] = []
    ) -> ForceEstimate {
        var force = ForceEstimate.empty
        force.inTheatre = strength
        force.bySite = Rows(bySite)
        force.byCapability = Rows(byCapability)
        return force
    }

    /// A summary with the same figures in all scenarios.
    /// - Parameter gaps: The gap for priority 1 and on; the rest is 0.
    static func summary(
        required: Int = 10, filled: Int, period: Int = 2, expected: Double = 12.5, others: Double = 0,
        gaps: [Int] = [8], alerts: [Alert] = []
    ) -> SummaryEstimate {
        var summary = SummaryEstimate.empty
        summary.scenarios = Scenario.allCases.map {
            SummaryEstimate.Headline(
                scenario: $0, required: .init(peak: required, period: period),
                filled: .init(peak: filled, period: period), wanted: 20, expected: expected, others: others,
                gapPersonPeriods: gaps + Array(repeating: 0, count: 5 - gaps.count))
        }
        summary.alerts = alerts
        return summary
    }

    static func alert(_ code: Alert.Code, _ key: String, _ since: Int?, _ detail: String = "much") -> Alert {
        Alert(code: code, key: key, since: since, detail: detail)
    }

    /// The estimate's `data`, as a node answers it.
    static func data(_ estimate: PublishedEstimate) throws -> JSONValue {
        var writer = JSONWriter()
        let head = estimate.head
        writer.object {
            $0.member("mission", head.mission)
            $0.member("revision", head.revision)
            $0.member("asOf", head.asOf)
            $0.member("start", head.start)
            $0.member("periodDays", head.periodDays)
            $0.member("periods", head.periods)
            for (name, value) in estimate.json.members ?? [] { $0.member(name, value) }
        }
        return try JSONValue(parsing: writer.bytes)
    }
}
