import CadreContract
import CadrePlanning
import Testing

@Suite("Acceptance without a journal")
struct EventLedgerTests {
    private func received(_ id: String, site: String = "s1", name: String = "Camp", hour: Int = 0) throws
        -> ReceivedEvent
    {
        let event = """
            {"specversion":"1.0","id":"\(id)","source":"urn:t","type":"cadre.site.defined.v1",\
            "time":"2024-01-01T0\(hour):00:00Z","data":{"mission":"m","site":"\(site)","name":"\(name)"}}
            """
        let reading = EventReader().read(payload: Array(event.utf8)).first
        guard case .event(let received)? = reading else { throw NoEvent(reading: "\(String(describing: reading))") }
        return received
    }

    private struct NoEvent: Error { let reading: String }

    private func word(_ outcome: EventLedger.Outcome) -> String {
        switch outcome {
        case .accepted(let sequence): "accepted \(sequence)"
        case .superseded(let sequence): "superseded \(sequence)"
        case .duplicate(let sequence): "duplicate \(sequence)"
        case .rejected(let rejection): rejection.reason.rawValue
        }
    }

    @Test("accepted in order, the second arrival a duplicate, other data a conflict, an older word superseded")
    func outcomes() throws {
        var ledger = EventLedger()
        let outcomes = [
            ledger.accept(try received("a", hour: 2)),
            ledger.accept(try received("a", hour: 2)),
            ledger.accept(try received("a", name: "Fort", hour: 2)),
            ledger.accept(try received("b", name: "Old", hour: 1)),
            ledger.accept(try received("c", name: "New", hour: 3)),
        ].map(word)
        #expect(outcomes == ["accepted 1", "duplicate 1", "conflict", "superseded 2", "accepted 3"])
        #expect(ledger.count == 3)
        let current = ledger.missions[ID("m")]?.current[EntityKey(.site, "s1")]
        #expect(current?.stamp.id == "c")
    }

    private func clock(_ id: String, hour: Int, generation: Int) throws -> ReceivedEvent {
        let event = """
            {"specversion":"1.0","id":"\(id)","source":"urn:t","type":"cadre.clock.advanced.v1",\
            "time":"2024-01-01T0\(hour):00:00Z","data":{"mission":"m","generation":\(generation)}}
            """
        let reading = EventReader().read(payload: Array(event.utf8)).first
        guard case .event(let received)? = reading else { throw NoEvent(reading: "\(String(describing: reading))") }
        return received
    }

    @Test("of clock events the greater generation stands, of one generation the later (MODEL § 1)")
    func generations() throws {
        let events = [
            try clock("a", hour: 5, generation: 0), try clock("b", hour: 1, generation: 1),
            try clock("c", hour: 3, generation: 1), try clock("d", hour: 9, generation: 0),
        ]
        var ledger = EventLedger()
        #expect(events.map { word(ledger.accept($0)) } == ["accepted 1", "accepted 2", "accepted 3", "superseded 4"])
        #expect(ledger.missions[ID("m")]?.current[EntityKey(.clock, "")]?.stamp.id == "c")
        var backwards = EventLedger()
        #expect(
            events.reversed().map { word(backwards.accept($0)) }
                == ["accepted 1", "accepted 2", "superseded 3", "superseded 4"])
        #expect(backwards.missions[ID("m")]?.current[EntityKey(.clock, "")]?.stamp.id == "c")
    }

    @Test("a conflict's id is not used up, and changes nothing")
    func conflictChangesNothing() throws {
        var ledger = EventLedger()
        _ = ledger.accept(try received("a"))
        _ = ledger.accept(try received("a", name: "Fort", hour: 5))
        let again = ledger.accept(try received("a"))
        #expect(word(again) == "duplicate 1")
        #expect(ledger.missions[ID("m")]?.current[EntityKey(.site, "s1")]?.stamp.time.text == "2024-01-01T00:00:00Z")
    }
}
