import CadreContract
import CadreJSON
import CadreDaemon
import CadrePlanning
import TestSupport
import Testing
import ZeroMQ

@Suite("From submission to estimate", .timeLimit(.minutes(2)))
struct WayOfAnEventTests {
    let events = TestEvents()

    @Test("a submitted event is durable, planned and published")
    func submitted() async throws {
        let daemon = try await TestDaemon()
        let subscriber = try await daemon.subscribe("estimate.T-1.summary")
        let outcomes = try await daemon.submit(events.plan)
        #expect(outcomes == (1...5).map { .accepted(sequence: $0) })
        let message = try await subscriber.next()
        #expect(message.texts.first == "estimate.T-1.summary")
        let summary = try await daemon.estimate("T-1", .summary, at: .newest)
        #expect(summary.revision == 5)
        #expect(summary.figures.contains(#""wanted":18"#))
        let read = try await daemon.ask(.journalRead(JournalRead()))
        #expect(
            try JournalRead.answer(reading: read).events.map { String(decoding: $0.event, as: UTF8.self) }
                == events.plan)
        try await daemon.stop()
    }

    @Test("each event has its own outcome in the reply")
    func outcomes() async throws {
        let daemon = try await TestDaemon()
        let first = events.pledge(1, time: "2025-01-06T09:00:00Z")
        let conflicting = events.pledge(1, quantity: 6, time: "2025-01-06T09:00:00Z")
        let older = events.event(
            "pledge.recorded", id: "older", time: "2025-01-05T09:00:00Z",
            #""pledge":"P-1","nation":"NOR","kind":"personnel","status":"offered","#
                + #""capability":"guard","quantity":1,"from":"2025-01-06""#
        )
        let wrong = events.event("site.defined", id: "w-1", #""site":"S""#)
        let ahead = events.event("site.defined", id: "a-1", time: "2199-01-01T00:00:00Z", #""site":"S","name":"S""#)
        let outcomes = try await daemon.submit([events.defined(), first, first, conflicting, older, wrong, ahead, "{}"])
        #expect(
            outcomes.map(\.status) == [
                .accepted, .accepted, .duplicate, .rejected, .superseded, .rejected, .rejected, .rejected,
            ])
        #expect(outcomes[2] == .duplicate(sequence: 2))
        #expect(outcomes[4] == .superseded(sequence: 3))
        let reasons = outcomes.compactMap { if case .rejected(let reason, _) = $0 { reason } else { nil } }
        #expect(reasons == [.conflict, .schema, .timeInFuture, .notCloudEvent])
        try await daemon.stop()
    }

    @Test("intake receives events in batches, and rejections are published")
    func intake() async throws {
        let daemon = try await TestDaemon()
        let rejected = try await daemon.subscribe("rejected.")
        let estimates = try await daemon.subscribe("estimate.T-1.summary")
        let source = try await daemon.source()
        try await source.send(events.planTopic, "[\(events.plan.prefix(4).joined(separator: ","))]")
        #expect(try await estimates.next().texts.first == "estimate.T-1.summary")
        try await source.send("plan.OTHER", events.defined(id: "m-2"))
        let notice = try await rejected.next()
        #expect(notice.texts.first == "rejected.T-1.topic-mismatch")
        #expect(notice.texts.last?.contains(#""topic":"plan.OTHER""#) == true)
        try await source.send([Array("plan.T-1".utf8)])
        let misframed = try await rejected.next()
        #expect(misframed.texts.first == "rejected._.malformed-frames")
        #expect(misframed.texts.last?.contains(#""topic":"plan.T-1""#) == true)
        try await source.send(events.planTopic, "[")
        #expect(try await rejected.next().texts.first == "rejected._.not-json")
        try await daemon.stop()
    }

    @Test("an event of intake that a later one supersedes has a notice; one of control only a reply")
    func superseded() async throws {
        let daemon = try await TestDaemon()
        let notices = try await daemon.subscribe("rejected.")
        let current = events.event("site.defined", id: "s-2", time: "2025-01-06T09:00:00Z", #""site":"HQ","name":"B""#)
        _ = try await daemon.submit([events.defined(), current])
        let asked = events.event("site.defined", id: "s-0", time: "2025-01-06T07:00:00Z", #""site":"HQ","name":"A""#)
        #expect(try await daemon.submit([asked]) == [.superseded(sequence: 3)])
        let source = try await daemon.source()
        try await source.send(
            events.planTopic,
            events.event("site.defined", id: "s-1", time: "2025-01-06T08:59:59Z", #""site":"HQ","name":"C""#))
        let notice = try await notices.next()
        #expect(notice.texts.first == "rejected.T-1.superseded")
        let event = try JSONValue(parsing: try #require(notice.frames.last))
        #expect(event["id"]?.text == "test/superseded/4")
        #expect(event["data"]?["id"]?.text == "s-1")
        #expect(event["data"]?["topic"]?.text == events.planTopic)
        #expect(event["data"]?["by"]?["id"]?.text == "s-2")
        #expect(event["data"]?["by"]?["time"]?.text == "2025-01-06T09:00:00Z")
        try await daemon.stop()
    }

    @Test("a restarted node gives the same figures, and reports a repeated event as a duplicate")
    func restart() async throws {
        let first = try await TestDaemon()
        _ = try await first.submit(events.plan + (1...30).map { events.pledge($0, quantity: $0 % 7 + 1) })
        let before = try await first.figures("T-1")
        try await first.stop()

        let second = try await TestDaemon(folder: first.folder)
        #expect(try await second.figures("T-1") == before)
        #expect(try await second.submit([events.plan[0]]) == [.duplicate(sequence: 1)])
        try await second.stop()
    }

    @Test("events give identical figures if shuffled, repeated and split over connections", arguments: UInt64(1)...3)
    func anyOrder(seed: UInt64) async throws {
        let all =
            events.plan
            + (1...60).map { number in
                events.pledge(
                    number % 40 + 1, quantity: number % 9 + 1, capability: number % 3 == 0 ? "trainer" : "guard"
                )
                .replacing("\"p-\(number % 40 + 1)\"", with: "\"p-\(number)\"")
            }
        let reference = try await TestDaemon()
        _ = try await reference.submit(all)
        let expected = try await reference.figures("T-1")
        try await reference.stop()

        var random = SeededRandom(seed: seed)
        let daemon = try await TestDaemon()
        let sources = [try await daemon.source(), try await daemon.source()]
        let again = (all + all.prefix(20)).shuffled(using: &random)
        for event in again {
            let topic =
                event.contains("pledge.recorded")
                ? events.pledgeTopic : event.contains("demand.set") ? "training.T-1" : events.planTopic
            try await sources[Int.random(in: 0...1, using: &random)].send(topic, event)
        }
        // The submission contains the events that intake has not received yet; there they are duplicates later.
        _ = try await daemon.submit(all)
        #expect(try await daemon.figures("T-1") == expected)
        try await daemon.stop()
    }

    @Test("many malformed messages cause no loss of valid events between them")
    func flood() async throws {
        let daemon = try await TestDaemon()
        var random = SeededRandom(seed: 7)
        let source = try await daemon.source()
        let valid = events.plan + (1...50).map { events.pledge($0) }
        for (number, event) in valid.enumerated() {
            for _ in 0..<60 {
                let garbage = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
                var mutated = Array(event.utf8)
                mutated[Int.random(in: 0..<mutated.count, using: &random)] = UInt8.random(in: 0...31, using: &random)
                try await source.send([Array("plan.T-1".utf8), Bool.random(using: &random) ? garbage : mutated])
            }
            let topic = number < 4 ? events.planTopic : number == 4 ? "training.T-1" : events.pledgeTopic
            try await source.send(topic, event)
        }
        try await source.send("plan.T-1", events.event("site.defined", id: "last", #""site":"LAST","name":"Last""#))
        // The last valid event uses the same connection: when it has arrived, all have.
        while try await !daemon.knows("T-1", .site, "LAST") {}
        let plan = try PlanGet.answer(reading: try await daemon.ask(.planGet(PlanGet(mission: ID("T-1")))))
        #expect(plan.entities.count == valid.count + 1)
        let status = try await daemon.answer(to: NodeStatus()).status
        #expect(status.counters["events_rejected"] == valid.count * 60)
        try await daemon.stop()
    }
}
