import CadreContract
@testable import CadrePlanning
import CadreReports
import Testing

@Suite("what would change, in tables")
struct WhatIfTablesTests {
    private let before: String
    private let after: String

    init() throws {
        before = try AnswerFixture.data(.summary(EstimateFixture.summary(filled: 8)))
        after = try AnswerFixture.data(.summary(EstimateFixture.summary(filled: 5)))
    }

    @Test("what the headline tells is not told again by path")
    func further() throws {
        let changes = [
            AnswerFixture.change("/scenarios/offered/filled/peak", "8", "5"),
            AnswerFixture.change("/alerts", "[]", "[1]"),
            AnswerFixture.change("/pledges/withdrawn", "null", #"{"count":1,"persons":3}"#),
            AnswerFixture.change("/nations/NOR/items", "null", "0"),
        ]
        let answer = try AnswerFixture.whatIf(before: before, after: after, changes: changes)
        let tables = try WhatIfTables.tables(answer, all: false)
        #expect(tables.count == 3)
        #expect(tables[2].title == "changes in summary")
        #expect(tables[2].rows == [["/pledges/withdrawn", "", "", "–", #"{"count":1,"persons":3}"#, ""]])
        #expect(!WhatIfTables.isEmpty(answer))
    }

    @Test("periods that follow each other and changed alike are one row, with dates")
    func series() throws {
        var estimate = EstimateFixture.force(Strength(required: [9, 9, 9, 9], filled: [6, 6, 6, 6]))
        estimate.byNation = Rows([("A/B", [1, 2, 3, 4])])
        let force = try AnswerFixture.data(.force(.offered, estimate), periods: 4)
        let changes = [
            AnswerFixture.change("/filled/0", "8", "6"), AnswerFixture.change("/filled/1", "8", "6"),
            AnswerFixture.change("/filled/2", "9", "6"), AnswerFixture.change("/byNation/A~1B/3", "5", "4"),
        ]
        let answer = try AnswerFixture.whatIf(.force(.offered), before: "null", after: force, changes: changes)
        let table = try #require(try WhatIfTables.tables(answer, all: false).first)
        #expect(
            table.rows == [
                ["/filled", "2024-01-01", "2024-01-08", "8", "6", "-2"],
                ["/filled", "2024-01-15", "2024-01-15", "9", "6", "-3"],
                ["/byNation/A~1B", "2024-01-22", "2024-01-22", "5", "4", "-1"],
            ])
    }

    @Test("a number among the names of a map is no period")
    func map() throws {
        var figures = GapsEstimate.empty
        figures.dependence = [.init(nation: ID("NOR"), loss: .init(graduates: 0, personPeriods: [4, 4, 0, 0, 0]))]
        let gaps = try AnswerFixture.data(.gaps(figures), periods: 4)
        let path = "/dependence/0/loss/personPeriods"
        let changes = [1, 2].map { AnswerFixture.change("\(path)/\($0)", "8", "4") }
        let answer = try AnswerFixture.whatIf(.gaps, before: gaps, after: gaps, changes: changes)
        let table = try #require(try WhatIfTables.tables(answer, all: false).first)
        #expect(table.rows.map(\.[0]) == ["\(path)/1", "\(path)/2"])
        #expect(table.rows.allSatisfy { $0[1].isEmpty && $0[2].isEmpty })
    }

    @Test("an estimate that cannot be read is an error that names the member")
    func unread() throws {
        let answer = try AnswerFixture.whatIf(before: "null", after: #"{"mission":"m1"}"#)
        let fault = #expect(throws: PublishedFault.self) { try WhatIfTables.tables(answer, all: false) }
        #expect(fault?.member == "revision")
    }

    @Test("the first changes are shown, and all where they are asked for")
    func bound() throws {
        let changes = (0..<50).map { AnswerFixture.change("/nations/N\($0)/items", "0", "\($0 + 1)") }
        let answer = try AnswerFixture.whatIf(before: before, after: after, changes: changes)
        let some = try #require(try WhatIfTables.tables(answer, all: false).last)
        #expect(some.rows.count == 20)
        #expect(some.title == "changes in summary (20 of 50; --all shows all)")
        #expect(try WhatIfTables.tables(answer, all: true).last?.rows.count == 50)
    }

    @Test("estimates come in the order of publication")
    func order() throws {
        let none = #"{"before":null,"after":null,"changes":[]}"#
        let answer = try PlanWhatIf.answer(
            reading: try AnswerFixture.json(
                #"{"estimates":{"gaps":\#(none),"force.offered":\#(none),"summary":\#(none)},"rejected":[]}"#))
        #expect(
            try WhatIfTables.tables(answer, all: true).map(\.title).suffix(3) == [
                "changes in summary", "changes in force.offered", "changes in gaps",
            ])
        #expect(WhatIfTables.isEmpty(answer))
    }
}
