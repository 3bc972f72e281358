import CadreContract
import CadreJSON
import CadrePlanning
import Testing

@testable import CadreExchange

@Suite("repeated import of the same and of a changed sheet")
struct AgainTests {
    private func line(_ posts: Int) -> String { "line,site,capability,posts,from\nL1,s1,trainer,\(posts),2026-01-01\n" }

    @Test("a second import of the same sheet yields no events", arguments: SheetKind.allCases, 0..<4)
    func twice(kind: SheetKind, seed: UInt64) throws {
        var documents = RandomDocuments(seed: seed)
        let (sheet, _) = SheetExport(kind: kind).sheet(
            Plans.plan(try documents.events(kind, 10)).entities(of: kind.entity))
        let empty = StandingEntities(mission: ID("m"))
        let first = try importing(sheet, kind, empty)
        let second = try importing(sheet, kind, empty.after(first))
        #expect(first.events.count == 10)
        #expect(second.events.isEmpty)
        #expect(second.missing.isEmpty)
        #expect(second.entries.map(\.verdict) == first.entries.map { _ in .unchanged })
        // Even without a known plan, a second import yields the same events: duplicates.
        #expect(try importing(sheet, kind, nil).events == importing(sheet, kind, nil).events)
        #expect(try importing(sheet, kind, empty).events == first.events)
    }

    @Test("a value that changes and changes back gives a new event each time, and the last one is current")
    func thereAndBack() throws {
        var plan = StandingEntities(mission: ID("m"))
        var ids: Set<String> = []
        var stamps: [Stamp] = []
        for posts in [3, 4, 3, 4, 3] {
            let imported = try importing(line(posts), .lines, plan)
            let event = try Plans.received(try #require(imported.events.first).event).event
            ids.insert(event.stamp.id)
            stamps.append(event.stamp)
            plan = try plan.after(imported)
            let current = try JSONValue(parsing: try #require(plan.entities(of: .line).first).document)
            #expect(current["posts"]?.integer == posts)
        }
        #expect(ids.count == 5)
        #expect(stamps == stamps.sorted())
    }

    @Test("changes are reported per member, and an explicit default is not a change")
    func changes() throws {
        let plan = Plans.plan([
            try Plans.event(
                .line,
                "\"line\":\"L1\",\"site\":\"s1\",\"capability\":\"a\",\"posts\":3,\"from\":\"2026-01-01\",\"note\":\"x\""
            )
        ])
        let sheet = "line,site,capability,posts,from,priority,note\nL1,s1,b,3.0,2026-01-01,3,\n"
        let imported = try importing(sheet, .lines, plan)
        #expect(
            imported.entries.map(\.verdict) == [
                .changed([
                    .init(member: "capability", before: "a", after: "b"), .init(member: "note", before: "x", after: ""),
                ])
            ])
    }

    @Test("a member without a column keeps its value, and an empty cell removes it")
    func kept() throws {
        let members = """
            "nation":"NOR","pledge":"P","kind":"personnel","status":"offered","capability":"a","quantity":3,\
            "from":"2026-01-01","caveats":{"sites":["s1"],"abroadOnly":true},"likelihood":0.5,"other":[1],"fund":7
            """
        let plan = Plans.plan([try Plans.event(.pledge, members)])
        let imported = try importing("Nation,Pledge,Status,Caveats Sites\nNOR,P,confirmed,\n", .pledges, plan)
        #expect(imported.problems == [])
        let data = try JSONValue(parsing: try #require(imported.events.first).event)["data"]
        #expect(data?["status"]?.text == "confirmed")
        #expect(data?["likelihood"]?.number?.double == 0.5)
        #expect(data?["caveats"]?["sites"] == nil)
        #expect(data?["caveats"]?["abroadOnly"]?.boolean == true)
        #expect(data?["other"]?.elements?.count == 1)
        #expect(data?["fund"]?.integer == 7)
        // If the pledge's new kind has such a member, only the sheet's value remains.
        let sheet = "Nation,Pledge,Status,Kind,Fund,Amount\nNOR,P,confirmed,funds,f,5\n"
        let funds = try importing(sheet, .pledges, plan)
        #expect(funds.problems == [])
        #expect(try JSONValue(parsing: try #require(funds.events.first).event)["data"]?["fund"]?.text == "f")
    }

    @Test("letters that only look the same are a change")
    func lookAlike() throws {
        func sheet(_ title: String) -> String { "element,title\nE,\(title)\n" }
        let plan = try StandingEntities(mission: ID("m")).after(importing(sheet("\u{E9}"), .elements))
        #expect(try importing(sheet("e\u{301}"), .elements, plan).events.count == 1)
        #expect(try importing(sheet("\u{E9}"), .elements, plan).events.isEmpty)
    }

    @Test("if a row does not identify its entity, no entity is reported as missing")
    func noID() throws {
        let plan = Plans.plan([
            try Plans.event(
                .line,
                "\"line\":\"L1\",\"site\":\"s1\",\"capability\":\"a\",\"posts\":1,\"from\":\"2026-01-01\"",
                source: "urn:cadre:import:m")
        ])
        #expect(try importing("line,site\n", .lines, plan).missing == ["L1"])
        #expect(try importing("line,site\n,s1\n", .lines, plan).missing == [])
    }

    @Test("missing entities are reported, and ended only on request and only if set by the same source")
    func missing() throws {
        func event(_ line: String, _ posts: Int, _ source: String) throws -> ReceivedEvent {
            try Plans.event(
                .line,
                "\"line\":\"\(line)\",\"site\":\"s1\",\"capability\":\"a\",\"posts\":\(posts),\"from\":\"2026-01-01\",\"x\":1",
                id: line, source: source)
        }
        let mine = "urn:mine"
        let plan = Plans.plan([
            try event("L1", 3, mine), try event("L2", 3, mine), try event("L3", 3, "urn:other"),
            try event("L4", 0, mine),
        ])
        let reported = try importing(line(3), .lines, plan, source: mine)
        #expect(reported.missing == ["L2"])
        #expect(reported.others == ["L3"])
        #expect(reported.entries.allSatisfy { $0.verdict != .ended })
        let ended = try importing(line(3), .lines, plan, source: mine, endingMissing: true)
        #expect(ended.entries.filter { $0.verdict == .ended }.map(\.id) == ["L2"])
        let after = try plan.after(ended)
        let last = try JSONValue(parsing: try #require(after.entities(of: .line).first { $0.key.id == "L2" }).document)
        #expect(last["posts"]?.integer == 0)
        #expect(last["x"]?.integer == 1)
        #expect(try importing(line(3), .lines, after, source: mine, endingMissing: true).events.isEmpty)
        // An invalid row may be that of the missing entity.
        let invalid = try importing(
            line(3) + "L9,s1,a,many,2026-01-01\n", .lines, plan, source: mine, endingMissing: true)
        #expect(invalid.entries.allSatisfy { $0.verdict != .ended })
    }

    @Test("every kind that can be ended is ended by a value that the contract accepts")
    func endings() throws {
        for kind in SheetKind.allCases {
            guard let ending = kind.ending else { continue }
            var documents = RandomDocuments(seed: 7)
            let plan = Plans.plan(try documents.events(kind, 10))
            let (sheet, _) = SheetExport(kind: kind).sheet([])
            let ended = try importing(sheet, kind, plan, source: "urn:test", endingMissing: true)
            #expect(!ended.events.isEmpty)
            for entity in try plan.after(ended).entities(of: kind.entity) {
                let cells = kind.cells(of: try JSONValue(parsing: entity.document))
                #expect(ending.ended.contains(cells[ending.member] ?? ""))
            }
        }
    }
}
