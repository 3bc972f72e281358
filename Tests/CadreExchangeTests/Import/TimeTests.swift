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

    @Test("a mission whose clock follows events keeps its clock: the import uses that time")
    func eventClock() throws {
        let plan = Plans.plan([try mission("events", time: "2024-02-01T10:00:00Z")])
        let imported = try importing(sheet, .lines, plan)
        #expect(imported.time == "2024-02-01T10:00:00Z")
        #expect(imported.clockMove == nil)
        #expect(try plan.after(imported).clock == plan.clock)
    }

    @Test("a live, an unknown and an empty mission use the current time")
    func now() throws {
        #expect(try importing(sheet, .lines, Plans.plan([try mission("live")])).time == Plans.now)
        #expect(try importing(sheet, .lines, nil).time == Plans.now)
        #expect(try importing(sheet, .lines).time == Plans.now)
    }

    @Test("a clock that was set is the time, unless it is in the future")
    func advanced() throws {
        for (to, time) in [("2025-05-05T00:00:00Z", "2025-05-05T00:00:00Z"), ("2031-01-01T00:00:00Z", Plans.now)] {
            let clock = try Plans.event(.clock, "\"to\":\"\(to)\"", id: "c")
            #expect(try importing(sheet, .lines, Plans.plan([try mission("events"), clock])).time == time)
        }
    }

    @Test(
        "the time is later than that of the superseded event, by a microsecond if necessary",
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

    @Test("a given time is used, reported if it moves the clock, and refused if it is too early")
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

    @Test("without a known plan, ids are equal within a day and differ on the next")
    func unknownPlan() throws {
        func events(_ time: String) throws -> [String] {
            try importing(sheet, .lines, nil, time: time).events.map { try Plans.received($0.event).event.stamp.id }
        }
        #expect(try events("2026-05-05T06:00:00Z") == events("2026-05-05T18:00:00Z"))
        #expect(try events("2026-05-05T06:00:00Z") != events("2026-05-06T06:00:00Z"))
    }

    @Test("the greater of two events of an entity is current, in any order of arrival")
    func order() throws {
        let (older, newer) = (try line(posts: 1, time: Plans.then), try line(posts: 2, time: "2024-02-01T00:00:00Z"))
        for events in [[older, newer], [newer, older]] {
            let plan = Plans.plan(events)
            #expect(plan.entities(of: .line).map(\.stamp) == [newer.event.stamp])
            #expect(plan.clock == newer.event.stamp.time)
        }
    }

    @Test("an invalid mission, source or time is reported before any row")
    func impossible() {
        for (source, time) in [("no uri", nil), ("urn:x", "yesterday"), ("", nil)] as [(String, String?)] {
            #expect(throws: SheetFault.self) { try importing(sheet, .lines, source: source, time: time) }
        }
        #expect(throws: SheetFault.self) {
            try importing(sheet, .lines, StandingEntities(mission: ID("no mission")))
        }
    }
}
