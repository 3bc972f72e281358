import CadreContract
import CadreJSON
import CadreReports
import Testing

@Suite("two summaries side by side")
struct SummaryComparisonTests {
    private func tables(_ before: String?, _ after: String?) throws -> [Table] {
        SummaryComparison(before: try before.map(AnswerFixture.json), after: try after.map(AnswerFixture.json))
            .tables("what would change", all: false)
    }

    @Test("the headline tells each scenario's strength with dates, graduates and gaps, and what they moved by")
    func headline() throws {
        let table = try #require(
            try tables(
                AnswerFixture.summary(filled: 8),
                AnswerFixture.summary(
                    filled: 5, period: 4, expected: 12.48, gaps: #"{"1":20,"3":4}"#)
            ).first)
        #expect(table.title == "m1: what would change (short: in person-periods)")
        #expect(table.rows.map(\.[0]).filter { !$0.isEmpty } == ["committed", "offered", "full"])
        #expect(
            Array(table.rows.prefix(6)) == [
                ["committed", "required at peak", "10", "2024-01-15", "10", "2024-01-29", "="],
                ["", "filled at peak", "8", "2024-01-15", "5", "2024-01-29", "-3"],
                ["", "graduates", "12.5", "", "12.5", "", "-<0.1"],
                ["", "graduates wanted", "20", "", "20", "", "="],
                ["", "short, priority 1", "8", "", "20", "", "+12"],
                // Maps leave out what is 0.
                ["", "short, priority 3", "–", "", "4", "", "+4"],
            ])
    }

    @Test("alerts: what is new comes first, then what moved, what changed, what is gone; the rest is counted")
    func alerts() throws {
        let alert = AnswerFixture.alert
        let before = [
            alert("beds", "s1", "4", "much"), alert("fund-short", "f", "2", "much"), alert("power", "s1", "3", "much"),
            alert("stock-out", "s1/water", "5", "much"), alert("unstaffed-run", "r", "6", "much"),
            alert("classrooms", "s1", "1", "much"),
        ]
        let after = [
            alert("beds", "s1", "2", "much"), alert("fund-short", "f", "3", "much"), alert("power", "s1", "3", "more"),
            alert("priority-gap", "s1/guards", "1", "much"), alert("infeasible-demand", "d", "null", "much"),
            alert("unstaffed-run", "r", "6", "much"),
        ]
        let table = try tables(
            AnswerFixture.summary(filled: 8, alerts: "[\(before.joined(separator: ","))]"),
            AnswerFixture.summary(filled: 8, alerts: "[\(after.joined(separator: ","))]"))[1]
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
            (["4", "2"], ["3"], ["2024-01-15", "", "2024-01-22", "+7 days"]),
            (["2"], ["2", "1"], ["2024-01-15", "", "2024-01-08", "-7 days"]),
            (["2"], ["2"], ["2024-01-15", "", "2024-01-15", "="]), ([], ["1"], ["none", "", "2024-01-08", "new"]),
            (["1"], ["null"], ["2024-01-08", "", "none", "gone"]), ([], [], ["none", "", "none", "="]),
        ])
    func firstTrouble(before: [String], after: [String], cells: [String]) throws {
        func alerts(_ periods: [String]) -> String {
            "[\(periods.map { AnswerFixture.alert("beds", "s\($0)", $0, "much") }.joined(separator: ","))]"
        }
        let table = try #require(
            try tables(
                AnswerFixture.summary(filled: 8, alerts: alerts(before)),
                AnswerFixture.summary(filled: 8, alerts: alerts(after))
            ).first)
        let row = try #require(table.rows.first { $0[1] == "first trouble" })
        #expect(Array(row.suffix(4)) == cells)
    }

    @Test("of many alerts of a kind the first are shown, and all where they are asked for")
    func bound() throws {
        func summary(_ detail: String) throws -> JSONValue {
            let alerts = (0..<15).map { AnswerFixture.alert("beds", "s\($0)", "2", detail) }
            return try AnswerFixture.json(
                AnswerFixture.summary(filled: 8, alerts: "[\(alerts.joined(separator: ","))]"))
        }
        let comparison = SummaryComparison(before: try summary("much"), after: try summary("more"))
        let some = comparison.tables("", all: false)[1]
        #expect(some.rows.count == 10)
        #expect(some.title.hasSuffix("alerts of offered: 15 changed, 0 as before; --all shows all"))
        #expect(comparison.tables("", all: true)[1].rows.count == 15)
    }

    @Test("a mission that was not defined before has figures on one side")
    func fromNothing() throws {
        let table = try #require(try tables(nil, AnswerFixture.summary(filled: 8)).first)
        #expect(table.rows.first == ["committed", "required at peak", "–", "", "10", "2024-01-15", "+10"])
    }

    @Test("data of any shape gives tables and no trap", arguments: ["{}", "[]", "null", #"{"alerts":7}"#])
    func anyShape(text: String) throws {
        for table in try tables(text, text) { #expect(!table.text(width: 20).isEmpty) }
    }
}
