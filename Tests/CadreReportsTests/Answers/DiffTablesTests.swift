import CadreContract
import CadreReports
import Testing

@Suite("what changed and who did it, in tables")
struct DiffTablesTests {
    private func peak(_ before: Int, _ after: Int) -> String {
        AnswerFixture.change("/scenarios/offered/filled/peak", "\(before)", "\(after)", name: "summary")
    }

    private func answer(_ events: [String]) throws -> PlanDiff.Answer {
        let result = #"{"estimates":{"summary":{"changes":[]}},"events":[\#(events.joined(separator: ","))]}"#
        return try PlanDiff.answer(reading: try AnswerFixture.json(result))
    }

    private func shares(_ tables: DiffTables, events: [Int: Reading] = [:], all: Bool = false) throws -> Table {
        let summary = PublishedEstimate(
            head: try EstimateFixture.head(periods: 10), figures: .summary(EstimateFixture.summary(filled: 8)))
        let comparison = SummaryComparison(before: summary, after: summary)
        return tables.tables(summary: comparison, events: events, all: all)[2]
    }

    @Test("each event has its own share, and they add up")
    func adding() throws {
        let gap = "/scenarios/offered/gapPersonPeriods/1"
        let tables = DiffTables(
            try answer([
                AnswerFixture.event(4, [peak(0, 8), AnswerFixture.change(gap, "40", "8", name: "summary")]),
                AnswerFixture.event(5, []),
                AnswerFixture.event(
                    6,
                    [
                        peak(8, 5), AnswerFixture.change(gap, "8", "null", name: "summary"),
                        AnswerFixture.change("/filled/0", "8", "5", name: "force.offered"),
                        AnswerFixture.change(
                            "/scenarios/offered/graduates/expected", "10", "12.5", name: "summary"),
                    ]),
            ]), scenario: .offered)
        let table = try shares(tables, events: [4: try #require(BoardFixture.pledge(8))])
        #expect(
            table.rows == [
                ["4", "2024-01-04", "NOR/A confirmed: 8 trainer.army from 2024-01-15", "=", "+8", "=", "-32"],
                ["6", "2024-01-06", "cadre.pledge.recorded.v1 e6", "=", "-3", "+2.5", "-8"],
                ["", "", "all together", "=", "+5", "+2.5", "-40"],
            ])
        #expect(tables.unmoving == "1 of 3 events without effect on these figures")
        #expect(tables.shown(all: false) == [4, 6])
    }

    @Test("the event that defines the mission brings the whole summary at once")
    func defined() throws {
        let whole = try AnswerFixture.data(.summary(EstimateFixture.summary(filled: 8, gaps: [6, 0, 0, 2])))
        let tables = DiffTables(
            try answer([
                AnswerFixture.event(1, [AnswerFixture.change("", "null", whole, name: "summary")]),
                AnswerFixture.event(
                    2,
                    [
                        AnswerFixture.change(
                            "/scenarios/offered/gapPersonPeriods", #"{"1":6,"4":2}"#, #"{"1":1}"#, name: "summary")
                    ]),
            ]), scenario: .offered)
        #expect(
            try shares(tables).rows.map { Array($0[3...6]) } == [
                ["+10", "+8", "+12.5", "+8"], ["=", "=", "=", "-7"], ["+10", "+8", "+12.5", "+1"],
            ])
    }

    @Test("of too many events the greatest are shown, in the journal's order, and the rest is summed up")
    func bound() throws {
        let events = (1...40).map { sequence in
            """
            {"source":"urn:s","id":"e\(sequence)","sequence":\(sequence),"type":"t","time":"2024-01-01T00:00:00Z",\
            "changes":[\(peak(0, sequence))]}
            """
        }
        let tables = DiffTables(try answer(events), scenario: .offered)
        let table = try shares(tables)
        #expect(tables.shown(all: false) == Array(11...40))
        #expect(table.rows.count == 32)
        #expect(table.rows[30].prefix(5) == ["", "", "10 events more", "=", "+55"])
        #expect(table.rows[31][4] == "+820")
        #expect(tables.shown(all: true) == Array(1...40))
        #expect(try shares(tables, all: true).rows.count == 41)
    }

    @Test("another scenario's figures are not counted")
    func scenario() throws {
        let tables = DiffTables(try answer([AnswerFixture.event(4, [peak(0, 8)])]), scenario: .committed)
        #expect(try shares(tables).rows.map(\.[4]) == ["=", "="])
    }
}
