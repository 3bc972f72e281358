import CadreContract
import CadrePlanning
import Testing

@Suite("events accepted without a journal")
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

    @Test("events are accepted in order; a repetition is a duplicate, other data a conflict, an older event superseded")
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

    @Test("the current clock event is that of the greatest generation, and the latest within it (MODEL § 1)")
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

    @Test("a conflict has no effect, and its id remains unused")
    func conflictChangesNothing() throws {
        var ledger = EventLedger()
        _ = ledger.accept(try received("a"))
        _ = ledger.accept(try received("a", name: "Fort", hour: 5))
        let again = ledger.accept(try received("a"))
        #expect(word(again) == "duplicate 1")
        #expect(ledger.missions[ID("m")]?.current[EntityKey(.site, "s1")]?.stamp.time.text == "2024-01-01T00:00:00Z")
    }

    @Test("missions and entities are limited; a new event of a known one needs no room")
    func limits() throws {
        var register = EntityRegister(limits: EntityLimits(missions: 1, entities: 2))
        let first = try received("a", site: "s1").event
        #expect(register.judge(first) == .stands)
        register.note(first)
        register.note(try received("b", site: "s2").event)
        #expect(register.judge(try received("c", site: "s3").event) == .refused(.entities(max: 2)))
        #expect(register.judge(try received("d", site: "s2", hour: 1).event) == .stands)
        #expect(register.judge(try received("A", site: "s2").event) == .superseded)
    }

    @Test("the text of a refusal names the limit in force")
    func limitTexts() throws {
        for limit in [ExceededLimit.missions(max: 7_919), .entities(max: 7_919), .weight(8_000, max: 7_919)] {
            let rejection = limit.rejection(of: try received("c"))
            #expect(rejection.reason == .limit)
            #expect(rejection.expected.contains("7919"))
            #expect(rejection.detail.contains("7919"))
        }
    }

    @Test("undone events leave no trace in the register")
    func undone() throws {
        var register = EntityRegister(limits: EntityLimits(missions: 1, entities: 1))
        let old = try received("a", hour: 1).event
        let undoOld = register.note(old)
        let undoNew = register.note(try received("b", hour: 2).event)
        #expect(register.judge(old) == .superseded)
        register.undo([undoNew])
        #expect(register.judge(try received("b", hour: 2).event) == .stands)
        register.undo([undoOld])
        #expect(register.missionCount == 0)
    }
}
