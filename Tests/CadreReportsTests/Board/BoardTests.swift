import CadreContract
import CadrePlanning
import CadreReports
import Testing

@Suite("the live board")
struct BoardTests {
    /// Six of ten filled; then a pledge that fills eight, and opens an alert.
    private func state() throws -> BoardState {
        var state = BoardState(mission: "m1", total: 4)
        func receive(_ estimate: PublishedEstimate) throws {
            state.receive(try BoardFixture.document(estimate))
        }
        try receive(try BoardFixture.summary(filled: 6, revision: 1))
        try receive(try BoardFixture.force(filled: 6, revision: 1))
        state.send(try #require(BoardFixture.pledge(8)))
        let alerts = [EstimateFixture.alert(.beds, "s1", 0)]
        try receive(try BoardFixture.summary(filled: 8, revision: 2, alerts: alerts))
        try receive(try BoardFixture.force(filled: 8, revision: 2))
        state.receive(try BoardFixture.alert(raised: "[\"s1\"]", cleared: "[]"))
        return state
    }

    @Test("it shows date, strength, gaps, graduates, alerts, the last event, its reason and its effects")
    func whole() throws {
        let text = Board(columns: 90, rows: 40, hasColour: false).lines(try state()).joined(separator: "\n")
        let wanted = [
            "2024-01-09", "event 1 of 4", "2024-01", "▲ now", "offered          8 ", "12.5      20       3",
            "EVENT     2024-01-09  NOR/A confirmed: 8 trainer.army from 2024-01-15", "reason    said in Oslo·[2J",
            "offered filled 6 → 8", "ALERTS    1 beds", "now       +beds s1", "5 documents",
        ]
        for part in wanted { #expect(text.contains(part), "\(part)\n\(text)") }
        let offered = text.split(separator: "\n").first { $0.hasPrefix("offered   required") }
        #expect(offered?.contains("████") == true)
        #expect(offered?.hasSuffix("10") == true)
    }

    @Test("it fits any terminal", arguments: [(80, 24), (40, 10), (10, 3), (1, 1), (300, 100)])
    func fits(columns: Int, rows: Int) throws {
        let lines = Board(columns: columns, rows: rows, hasColour: false).lines(try state())
        #expect(lines.count <= rows)
        #expect(lines.allSatisfy { $0.count <= columns })
    }

    @Test("without colour there is no escape; with it, the words are the same")
    func colour() throws {
        let plain = Board(columns: 80, rows: 30, hasColour: false).lines(try state())
        let coloured = Board(columns: 80, rows: 30, hasColour: true).lines(try state())
        #expect(!plain.joined().contains("\u{1B}"))
        #expect(coloured.joined().contains("\u{1B}[1m"))
        #expect(coloured.map { $0.replacing(/\u{1B}\[[0-9]*m/, with: "") } == plain)
    }

    @Test("before anything came it is a board all the same")
    func empty() {
        let lines = Board(columns: 80, rows: 24, hasColour: false).lines(BoardState(mission: "m1", total: 0))
        #expect(lines.first?.contains("mission m1") == true)
        #expect(lines.contains { $0.contains("none yet") })
    }

    @Test("a published document agrees with an answer but for the revision up to which it holds")
    func agrees() throws {
        let state = try state()
        let later = try BoardFixture.force(filled: 8, revision: 9)
        #expect(state.agrees(with: later))
        #expect(!state.agrees(with: try BoardFixture.force(filled: 7, revision: 2)))
        guard case .force(_, let force) = later.figures else { return }
        #expect(!state.agrees(with: PublishedEstimate(head: later.head, figures: .force(.full, force))))
    }

    @Test("other missions are not this one")
    func others() throws {
        var state = BoardState(mission: "m10", total: 1)
        state.receive(try BoardFixture.document(try BoardFixture.summary(filled: 6, revision: 1)))
        state.receive(try BoardFixture.alert(raised: "[\"s1\"]", cleared: "[]"))
        #expect(state.estimates[.summary] == nil && state.received == 0)
    }

    @Test("the timeline has ten lines, from the figures that were received")
    func timeline() throws {
        var timeline = BoardTimeline()
        timeline.record(
            try #require(
                BoardFixture.reading(
                    "site.defined", #""site":"s1","name":"Camp""#, time: "2024-01-01T00:00:00Z")), nil)
        for filled in [6, 8] {
            timeline.record(
                try #require(BoardFixture.pledge(filled)), EstimateFixture.summary(filled: filled, period: 0))
        }
        let lines = timeline.lines(try state())
        #expect(lines.count == 10)
        #expect(lines[0] == "3 events, 2024-01-01 to 2024-01-09: 1 nations, 8 people indicated, offered or sent.")
        #expect(lines[1].hasSuffix("from 2024-01-01; 8 are filled."))
        #expect(lines[4].hasSuffix("filled 0 → 6."))
        #expect(lines[6] == "Unfilled posts of the agreed plan: 8 person-periods at priority 1.")
        #expect(lines[7].hasPrefix("Alerts: 1 beds is open; 1 raised and 0 cleared"))
    }
}
