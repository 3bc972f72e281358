import CadreContract
import CadrePlanning
import Testing

@testable import CadreDaemon

@Suite("Clock event that is due on a day (CONTRACT § 2, clock.advanced)")
struct ClockDueTests {
    private func documents(_ events: [String]) throws -> CurrentDocuments {
        var ledger = EventLedger()
        for event in events {
            for case .event(let received) in EventReader().read(payload: Array(event.utf8)) {
                _ = ledger.accept(received)
            }
        }
        return try #require(ledger.missions[ID("T-1")])
    }

    private let events = TestEvents()
    private let day = Day(number: 20_100)  // 2025-01-12

    private func clock(_ id: String, time: String, _ members: String = #""x":0"#) -> String {
        events.event("clock.advanced", id: id, time: time, members)
    }

    @Test("a clock event of the current generation is due for a live mission until its clock is there")
    func due() throws {
        let live = events.defined(clock: "live")
        #expect(try documents([events.defined()]).clockDue(on: day) == nil)
        #expect(try documents([live]).clockDue(on: Day(number: 20_094)) == nil, "not yet live when the day began")
        let first = try #require(try documents([live]).clockDue(on: day))
        #expect(first.id == "clock/T-1/2025-01-12" && first.generation == 0)

        let taken = clock("c-1", time: "2025-01-11T10:00:00Z", #""generation":2,"to":"2025-01-11T00:00:00Z""#)
        let ahead = clock("c-0", time: "2025-01-11T09:00:00Z", #""to":"2035-01-01T00:00:00Z""#)
        for order in [[live, ahead, taken], [taken, ahead, live]] {
            let second = try #require(try documents(order).clockDue(on: day))
            #expect(second.id == "clock/T-1/2025-01-12/2" && second.generation == 2)
        }

        let own = String(decoding: first.event(node: ID("alpha")), as: UTF8.self)
        #expect(try documents([live, own]).clockDue(on: day) == nil)
        #expect(try documents([live, own]).clockDue(on: day + 1)?.id == "clock/T-1/2025-01-13")
    }

    @Test("the node's event of a generation replaces those of all earlier generations")
    func generation() throws {
        let live = events.defined(clock: "live")
        let ahead = clock("c-0", time: "2036-11-24T00:00:00Z")
        let taken = clock("c-1", time: "2025-01-11T10:00:00Z", #""generation":1"#)
        var current = try documents([live, ahead])
        #expect(current.clockDue(on: day) == nil, "the clock is ahead, and no event has set it back")
        current = try documents([live, ahead, taken])
        let due = try #require(current.clockDue(on: day))
        let own = String(decoding: due.event(node: ID("alpha")), as: UTF8.self)
        #expect(own.contains(#""data":{"mission":"T-1","generation":1}"#))
        current = try documents([own, live, ahead, taken])
        #expect(current.current[EntityKey(.clock, "")]?.stamp.id == "clock/T-1/2025-01-12/1")
    }
}
