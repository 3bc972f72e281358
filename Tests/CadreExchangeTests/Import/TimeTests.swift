import CadreContract
import CadrePlanning
import Testing

@testable import CadreExchange

@Suite("the time of imported events")
struct TimeTests {
    private let sheet = "line,site,capability,posts,from\nL1,s1,trainer,3,2026-01-01\n"

    private func mission(_ clock: String, time: String = Plans.then) throws -> ReceivedEvent {
        try Plans.event(
            .mission, "\"name\":\"M\",\"start\":\"2024-01-01\",\"periods\":4,\"clock\":\"\(clock)\"", time: time)
    }

    private func line(posts: Int, time: String) throws -> ReceivedEvent {
        try Plans.event(
            .line,
            "\"line\":\"L1\",\"site\":\"s1\",\"capability\":\"trainer\",\"posts\":\(posts),\"from\":\"2026-01-01\"",
            id: "l", time: time)
    }

    @Test("a mission that events move keeps its clock: its own time is that of the import")
    func eventClock() throws {
        let plan = Plans.plan([try mission("events", time: "2024-02-01T10:00:00Z")])
        let imported = try importing(sheet, .lines, plan)
        #expect(imported.time == "2024-02-01T10:00:00Z")
        #expect(imported.clockMove == nil)
        #expect(try plan.after(imported).clock == plan.clock)
    }

    @Test("a live mission, one not known, one with nothing: now")
    func now() throws {
        #expect(try importing(sheet, .lines, Plans.plan([try mission("live")])).time == Plans.now)
        #expect(try importing(sheet, .lines, nil).time == Plans.now)
        #expect(try importing(sheet, .lines).time == Plans.now)
    }

    @Test("a clock that was set is the time, but never one that has not come yet")
    func advanced() throws {
        for (to, time) in [("2025-05-05T00:00:00Z", "2025-05-05T00:00:00Z"), ("2031-01-01T00:00:00Z", Plans.now)] {
            let clock = try Plans.event(.clock, "\"to\":\"\(to)\"", id: "c")
            #expect(try importing(sheet, .lines, Plans.plan([try mission("events"), clock])).time == time)
        }
    }

    @Test(
        "it is later than what it supersedes, by a microsecond where it must be",
        arguments: [
            ("2024-01-01T00:00:00Z", "2024-01-01T00:00:00.000001Z"),
            ("2024-01-01T00:00:00.999999Z", "2024-01-01T00:00:01Z"),
            ("2024-01-01T00:00:00.0000015Z", "2024-01-01T00:00:00.000002Z"),
            ("2025-06-01T00:00:00.25Z", "2025-06-01T00:00:00.250001Z"),
        ])
    func supersedes(current: String, time: String) throws {
        let plan = Plans.plan([try mission("events"), try line(posts: 9, time: current)])
        let imported = try importing(sheet, .lines, plan)
        #expect(imported.time == time)
        let after = try plan.after(imported)
        #expect(try importing(sheet, .lines, after).events.isEmpty)
    }

    @Test("a time that was given is taken, told where it moves the clock, and refused where it comes too early")
    func given() throws {
        let plan = Plans.plan([try mission("events"), try line(posts: 9, time: "2024-03-01T00:00:00Z")])
        let later = try importing(sheet, .lines, plan, time: "2024-05-01T00:00:00Z")
        #expect(later.time == "2024-05-01T00:00:00Z")
        #expect(later.clockMove?.from == "2024-03-01T00:00:00Z")
        #expect(later.clockMove?.to == "2024-05-01T00:00:00Z")
        let early = try importing(sheet, .lines, plan, time: "2024-03-01T00:00:00Z")
        #expect(early.events.isEmpty)
        #expect(early.problems.map(\.line) == [2])
        #expect(early.problems.first?.expected.contains("after 2024-03-01T00:00:00Z") == true)
        let pledges = "nation,pledge,kind,status,fund,amount\nNOR,P,funds,offered,f,1\n"
        #expect(try importing(pledges, .pledges, plan, time: "2024-05-01T00:00:00Z").clockMove == nil)
    }

    @Test("where it is not known what stands, ids are of the day: the same within one, others on the next")
    func unknownPlan() throws {
        func events(_ time: String) throws -> [String] {
            try importing(sheet, .lines, nil, time: time).events.map { try Plans.received($0.event).event.stamp.id }
        }
        #expect(try events("2026-05-05T06:00:00Z") == events("2026-05-05T18:00:00Z"))
        #expect(try events("2026-05-05T06:00:00Z") != events("2026-05-06T06:00:00Z"))
    }

    @Test("of two events on an entity the greater stands, in whatever order they came")
    func order() throws {
        let (older, newer) = (try line(posts: 1, time: Plans.then), try line(posts: 2, time: "2024-02-01T00:00:00Z"))
        for events in [[older, newer], [newer, older]] {
            let plan = Plans.plan(events)
            #expect(plan.entities(of: .line).map(\.stamp) == [newer.event.stamp])
            #expect(plan.clock == newer.event.stamp.time)
        }
    }

    @Test("mission, source and time that no event can have are told before any row")
    func impossible() {
        for (source, time) in [("no uri", nil), ("urn:x", "yesterday"), ("", nil)] as [(String, String?)] {
            #expect(throws: SheetFault.self) { try importing(sheet, .lines, source: source, time: time) }
        }
        #expect(throws: SheetFault.self) {
            try importing(sheet, .lines, StandingEntities(mission: ID("no mission")))
        }
    }
}
