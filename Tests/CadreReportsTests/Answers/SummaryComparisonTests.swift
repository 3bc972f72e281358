import CadreContract
import CadrePlanning
import CadreReports
import Testing

@Suite("two summaries side by side")
struct SummaryComparisonTests {
    private func comparison(_ before: SummaryEstimate?, _ after: SummaryEstimate?) throws -> SummaryComparison {
        let head = try EstimateFixture.head(periods: 10)
        func estimate(_ summary: SummaryEstimate?) -> PublishedEstimate? {
            summary.map { PublishedEstimate(head: head, figures: .summary($0)) }
        }
        return SummaryComparison(before: estimate(before), after: estimate(after))
    }

    private func tables(_ before: SummaryEstimate?, _ after: SummaryEstimate?) throws -> [Table] {
        try comparison(before, after).tables("changes by the events", all: false)
    }

    @Test("the headline shows each scenario's strength with dates, graduates and gaps, and the differences")
    func headline() throws {
        let table = try #require(
            try tables(
                EstimateFixture.summary(filled: 8),
                EstimateFixture.summary(filled: 5, period: 4, expected: 12.48, gaps: [20, 0, 4])
            ).first)
        #expect(table.title == "m1: changes by the events (short: in person-periods)")
        #expect(table.rows.map(\.[0]).filter { !$0.isEmpty } == ["committed", "offered", "full"])
        #expect(
            Array(table.rows.prefix(6)) == [
                ["committed", "required at peak", "10", "2024-01-15", "10", "2024-01-29", "="],
                ["", "filled at peak", "8", "2024-01-15", "5", "2024-01-29", "-3"],
                ["", "graduates", "12.5", "", "12.5", "", "-<0.1"],
                ["", "graduates wanted", "20", "", "20", "", "="],
                ["", "short, priority 1", "8", "", "20", "", "+12"],
                // A gap of 0 has a dash.
                ["", "short, priority 3", "–", "", "4", "", "+4"],
            ])
    }

    @Test("alerts: new ones first, then those that moved, changed or are gone; the others are counted")
    func alerts() throws {
        let alert = EstimateFixture.alert
        let before = [
            alert(.beds, "s1", 4, "much"), alert(.fundShort, "f", 2, "much"), alert(.power, "s1", 3, "much"),
            alert(.stockOut, "s1/water", 5, "much"), alert(.unstaffedRun, "r", 6, "much"),
            alert(.classrooms, "s1", 1, "much"),
        ]
        let after = [
            alert(.beds, "s1", 2, "much"), alert(.fundShort, "f", 3, "much"), alert(.power, "s1", 3, "more"),
            alert(.priorityGap, "s1/guards", 1, "much"), alert(.infeasibleDemand, "d", nil, "much"),
            alert(.unstaffedRun, "r", 6, "much"),
        ]
        let table = try tables(
            EstimateFixture.summary(filled: 8, alerts: before), EstimateFixture.summary(filled: 8, alerts: after))[1]
        #expect(
            table.rows == [
                ["new", "priority-gap", "s1/guards", "–", "2024-01-08", "much"],
                ["new", "infeasible-demand", "d", "–", "always", "much"],
                ["-14 days", "beds", "s1", "2024-01-29", "2024-01-15", "much"],
                ["+7 days", "fund-short", "f", "2024-01-15", "2024-01-22", "much"],
                ["changed", "power", "s1", "2024-01-22", "2024-01-22", "more; before: much"],
                ["gone", "stock-out", "s1/water", "2024-02-05", "–", "much"],
                ["gone", "classrooms", "s1", "2024-01-08", "–", "much"],
            ])
        #expect(table.title == "m1: alerts of offered: 2 new, 1 earlier, 1 later, 1 changed, 2 gone, 1 as before")
    }

    @Test(
        "the first trouble is that of the first alert that has one",
        arguments: [
            ([4, 2], [3], ["2024-01-15", "", "2024-01-22", "+7 days"]),
            ([2], [2, 1], ["2024-01-15", "", "2024-01-08", "-7 days"]),
            ([2], [2], ["2024-01-15", "", "2024-01-15", "="]), ([], [1], ["none", "", "2024-01-08", "new"]),
            ([1], [nil], ["2024-01-08", "", "none", "gone"]), ([], [], ["none", "", "none", "="]),
        ] as [([Int?], [Int?], [String])])
    func firstTrouble(before: [Int?], after: [Int?], cells: [String]) throws {
        func summary(_ periods: [Int?]) -> SummaryEstimate {
            let alerts = periods.enumerated().map { EstimateFixture.alert(.beds, "s\($0.offset)", $0.element) }
            return EstimateFixture.summary(filled: 8, alerts: alerts)
        }
        let table = try #require(try tables(summary(before), summary(after)).first)
        let row = try #require(table.rows.first { $0[1] == "first trouble" })
        #expect(Array(row.suffix(4)) == cells)
    }

    @Test("of many alerts of a kind the first are shown, and all where they are asked for")
    func bound() throws {
        func summary(_ detail: String) -> SummaryEstimate {
            EstimateFixture.summary(
                filled: 8, alerts: (0..<15).map { EstimateFixture.alert(.beds, "s\($0)", 2, detail) })
        }
        let comparison = try comparison(summary("much"), summary("more"))
        let some = comparison.tables("", all: false)[1]
        #expect(some.rows.count == 10)
        #expect(some.title.hasSuffix("alerts of offered: 15 changed, 0 as before; --all shows all"))
        #expect(comparison.tables("", all: true)[1].rows.count == 15)
    }

    @Test("a mission that was not defined before has figures on one side")
    func fromNothing() throws {
        let table = try #require(try tables(nil, EstimateFixture.summary(filled: 8)).first)
        #expect(table.rows.first == ["committed", "required at peak", "–", "", "10", "2024-01-15", "+10"])
    }

    @Test("without any state there are tables without rows")
    func nothing() throws {
        #expect(try tables(nil, nil).allSatisfy(\.rows.isEmpty))
    }
}
