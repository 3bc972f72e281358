import CadreContract
import CadrePlanning
import Testing

@Suite("the weight of a mission: entities times periods (CONTRACT § 2)")
struct MissionWeightTests {
    private func received(_ type: String, _ id: String, hour: Int, _ members: String) throws -> ReceivedEvent {
        let event = """
            {"specversion":"1.0","id":"\(id)","source":"urn:t","type":"cadre.\(type).v1",\
            "time":"2024-01-01T0\(hour):00:00Z","data":{"mission":"m",\(members)}}
            """
        let reading = EventReader().read(payload: Array(event.utf8)).first
        guard case .event(let received)? = reading else { throw NoEvent(reading: "\(String(describing: reading))") }
        return received
    }

    private struct NoEvent: Error { let reading: String }

    private func defined(periods: Int, id: String = "m", hour: Int = 0) throws -> ReceivedEvent {
        try received(
            "mission.defined", id, hour: hour, #""name":"M","start":"2024-01-01","periods":\#(periods)"#)
    }

    private func site(_ number: Int, hour: Int = 0) throws -> ReceivedEvent {
        try received("site.defined", "s\(number)-\(hour)", hour: hour, #""site":"s\#(number)","name":"Camp""#)
    }

    private func acceptance(weight: Int, _ events: [ReceivedEvent]) -> MissionAcceptance {
        var acceptance = MissionAcceptance(limits: EntityLimits(weight: weight))
        for event in events { acceptance.record(event.event) }
        return acceptance
    }

    @Test("a new entity is refused when it takes the mission over its weight, a new document of a known one is not")
    func newEntity() throws {
        let acceptance = self.acceptance(weight: 30, [try defined(periods: 10), try site(1)])
        #expect(acceptance.evaluate(try site(2)) == .new)
        let full = self.acceptance(weight: 30, [try defined(periods: 10), try site(1), try site(2)])
        #expect(full.evaluate(try site(3)) == .overLimit(.weight(40, max: 30)))
        #expect(full.evaluate(try site(2, hour: 1)) == .new)
    }

    @Test("before the mission is defined it has one period; the event that defines it counts with its periods")
    func undefined() throws {
        let sites = try (1...4).map { try site($0) }
        let acceptance = self.acceptance(weight: 30, sites)
        #expect(acceptance.evaluate(try site(5)) == .new)
        #expect(acceptance.evaluate(try defined(periods: 6)) == .new)
        #expect(acceptance.evaluate(try defined(periods: 7)) == .overLimit(.weight(35, max: 30)))
        let empty = self.acceptance(weight: 30, [])
        #expect(empty.evaluate(try defined(periods: 30)) == .new)
        #expect(empty.evaluate(try defined(periods: 31)) == .overLimit(.weight(31, max: 30)))
    }

    @Test("more periods are refused over the weight; fewer make room; an older definition does nothing")
    func periods() throws {
        var acceptance = self.acceptance(weight: 30, [try defined(periods: 10, hour: 1), try site(1), try site(2)])
        #expect(acceptance.evaluate(try defined(periods: 11, id: "n", hour: 2)) == .overLimit(.weight(33, max: 30)))
        #expect(acceptance.evaluate(try defined(periods: 520, id: "o", hour: 0)) == .superseded)
        acceptance.record(try defined(periods: 520, id: "o", hour: 0).event)
        acceptance.recordTentatively(try defined(periods: 5, id: "p", hour: 3).event)
        #expect(acceptance.evaluate(try site(3)) == .new)
        acceptance.rollBack()
        #expect(acceptance.evaluate(try site(3)) == .overLimit(.weight(40, max: 30)))
    }

    @Test("a mission over a limit that was lowered may shrink and change, but not grow")
    func lowered() throws {
        let acceptance = self.acceptance(weight: 10, [try defined(periods: 10), try site(1), try site(2)])
        #expect(acceptance.evaluate(try defined(periods: 9, id: "n", hour: 1)) == .new)
        #expect(acceptance.evaluate(try site(2, hour: 1)) == .new)
        #expect(acceptance.evaluate(try site(3)) == .overLimit(.weight(40, max: 10)))
    }

    @Test("the size of documents is that which acceptance counts")
    func size() throws {
        var documents = CurrentDocuments(mission: ID("m"))
        #expect(MissionSize(of: documents) == MissionSize(entities: 0, periods: 1))
        for (index, event) in [try site(1), try defined(periods: 12), try site(2)].enumerated() {
            let isNew = documents.current[event.event.document.key] == nil
            let expected = MissionSize(of: documents).applying(event.event.document, isNew: isNew)
            documents.join(event.event, sequence: index + 1)
            #expect(MissionSize(of: documents) == expected)
        }
        #expect(MissionSize(of: documents) == MissionSize(entities: 3, periods: 12))
        #expect(MissionSize(of: documents).weight == 36)
    }

    @Test("files are judged by the contract's weight: 7,692 entities of 520 periods")
    func ledger() throws {
        var ledger = EventLedger()
        _ = ledger.accept(try defined(periods: 520))
        for number in 2...7_692 { _ = ledger.accept(try site(number)) }
        #expect(ledger.count == 7_692)
        guard case .rejected(let rejection) = ledger.accept(try site(7_693)) else {
            Issue.record("taken")
            return
        }
        #expect(rejection.reason == .limit)
        #expect(rejection.detail.contains("4000000") && rejection.detail.contains("4000360"))
    }
}
