import CadreContract
import CadrePlanning
import TestSupport
import Testing

@Suite("Acceptance of events (CONTRACT §§ 2 and 9)")
struct MissionAcceptanceTests {
    private func received(
        _ id: String, site: String = "s1", name: String = "Camp", mission: String = "m", hour: Int = 0
    ) throws -> ReceivedEvent {
        let event = """
            {"specversion":"1.0","id":"\(id)","source":"urn:t","type":"cadre.site.defined.v1",\
            "time":"2024-01-01T0\(hour):00:00Z","data":{"mission":"\(mission)","site":"\(site)","name":"\(name)"}}
            """
        let reading = EventReader().read(payload: Array(event.utf8)).first
        guard case .event(let received)? = reading else { throw NoEvent(reading: "\(String(describing: reading))") }
        return received
    }

    private struct NoEvent: Error { let reading: String }

    @Test("missions and entities are limited; a new event of a known entity is not")
    func limits() throws {
        var acceptance = MissionAcceptance(limits: EntityLimits(missions: 1, entities: 2))
        let first = try received("a", site: "s1")
        #expect(acceptance.evaluate(first) == .new)
        acceptance.record(first.event)
        acceptance.record(try received("b", site: "s2").event)
        #expect(acceptance.evaluate(try received("c", site: "s3")) == .overLimit(.entities(max: 2)))
        #expect(acceptance.evaluate(try received("d", site: "s2", hour: 1)) == .new)
        #expect(acceptance.evaluate(try received("A", site: "s2")) == .superseded)
        #expect(acceptance.evaluate(try received("e", mission: "other")) == .overLimit(.missions(max: 1)))
    }

    @Test("of several verdicts the first check decides: time, identity, precedence, limits")
    func order() throws {
        var acceptance = MissionAcceptance(limits: EntityLimits(missions: 1, entities: 1))
        let first = try received("a", hour: 2)
        acceptance.record(first, sequence: 7)
        let before = Instant(seconds: 0)
        #expect(acceptance.evaluate(first, at: before) == .inFuture)
        #expect(acceptance.evaluate(first, at: first.event.stamp.time) == .duplicate(sequence: 7))
        let other = try received("a", site: "s9", name: "Fort")
        #expect(acceptance.evaluate(other) == .conflict(sequence: 7))
        #expect(acceptance.evaluate(try received("b", hour: 1)) == .superseded)
        #expect(acceptance.evaluate(try received("b", site: "s9")) == .overLimit(.entities(max: 1)))
    }

    @Test("a rejection has the reason of the verdict; an accepted event and a duplicate have none")
    func decisions() throws {
        let event = try received("c")
        func reason(_ verdict: MissionAcceptance.Verdict) -> RejectionReason? {
            if case .reject(let rejection) = verdict.decision(on: event) { rejection.reason } else { nil }
        }
        #expect(reason(.inFuture) == .timeInFuture)
        #expect(reason(.conflict(sequence: 3)) == .conflict)
        #expect(reason(.overLimit(.missions(max: 3))) == .limit)
        #expect(MissionAcceptance.Verdict.new.decision(on: event) == .accept(isSuperseded: false))
        #expect(MissionAcceptance.Verdict.superseded.decision(on: event) == .accept(isSuperseded: true))
        #expect(MissionAcceptance.Verdict.duplicate(sequence: 3).decision(on: event) == .skip(sequence: 3))
    }

    @Test("the text of a rejection names the limit in force")
    func limitTexts() throws {
        for limit in [ExceededLimit.missions(max: 7_919), .entities(max: 7_919), .weight(8_000, max: 7_919)] {
            let rejection = limit.rejection(of: try received("c"))
            #expect(rejection.reason == .limit)
            #expect(rejection.expected.contains("7919"))
            #expect(rejection.detail.contains("7919"))
        }
    }

    @Test("a rollback restores the state before, whatever the tentative records", arguments: UInt64(0)..<60)
    func rollBack(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        func event(_ number: Int) throws -> ReceivedEvent {
            try received(
                "e\(number)", site: "s\(Int.random(in: 1...3, using: &random))",
                mission: "m\(Int.random(in: 1...2, using: &random))", hour: Int.random(in: 0...9, using: &random))
        }
        var acceptance = MissionAcceptance(limits: EntityLimits(missions: 2, entities: 3))
        for number in 0..<Int.random(in: 0...6, using: &random) { acceptance.record(try event(number).event) }
        let probes = try (100..<120).map { try event($0) }
        let before = probes.map { acceptance.evaluate($0) }
        for number in 10..<16 { acceptance.recordTentatively(try event(number).event) }
        acceptance.rollBack()
        #expect(probes.map { acceptance.evaluate($0) } == before)
        // Confirmed records stay.
        let last = try event(50)
        acceptance.recordTentatively(last.event)
        acceptance.confirm()
        acceptance.rollBack()
        #expect(acceptance.evaluate(last) == .superseded)
    }

    @Test("the acceptance of a state is that of its events", arguments: UInt64(0)..<40)
    func ofState(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        func event(_ number: Int) throws -> ReceivedEvent {
            try received(
                "e\(number)", site: "s\(Int.random(in: 1...4, using: &random))",
                hour: Int.random(in: 0...9, using: &random))
        }
        let limits = EntityLimits(entities: 3)
        var acceptance = MissionAcceptance(limits: limits)
        var documents = CurrentDocuments(mission: ID("m"))
        for number in 1...5 {
            let received = try event(number)
            acceptance.record(received.event)
            documents.join(received.event, sequence: number)
        }
        let restored = MissionAcceptance(limits: limits, missions: [documents])
        for number in 10..<30 {
            let probe = try event(number)
            #expect(restored.evaluate(probe) == acceptance.evaluate(probe))
        }
    }
}
