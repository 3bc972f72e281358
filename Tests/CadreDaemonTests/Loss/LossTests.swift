import CadreContract
import CadreDaemon
import CadreJSON
import CadrePlanning
import Testing
import ZeroMQ

@Suite("Loss", .timeLimit(.minutes(2)))
struct LossTests {
    let events = TestEvents()

    private func missing(_ message: Message) throws -> [String: String] {
        let alert = try JSONValue(parsing: message.frames[1])
        var missing: [String: String] = [:]
        for open in try #require(alert["data"]?["open"]?.elements) {
            missing[open["key"]?.text ?? ""] = open["detail"]?["missing"].map {
                String(decoding: $0.source, as: UTF8.self)
            }
        }
        return missing
    }

    @Test("a sequence gap raises an alert, which is cleared when the missing events arrive on another channel")
    func holes() async throws {
        let daemon = try await TestDaemon()
        let alerts = try await daemon.subscribe("alert.test.sequence-gap")
        let source = try await daemon.source()
        for number in [1, 2, 5] { try await source.send(events.pledgeTopic, events.pledge(number, sequence: number)) }
        #expect(try missing(try await alerts.next()) == ["urn:test:cell#": "[[3,4]]"])
        _ = try await daemon.submit([3, 4].map { events.pledge($0, sequence: $0) })
        #expect(try missing(try await alerts.next()) == [:])
        try await daemon.stop()
    }

    @Test("the head message reveals lost events at the end; an invalid event uses up its number")
    func head() async throws {
        let daemon = try await TestDaemon()
        let alerts = try await daemon.subscribe("alert.test.sequence-gap")
        let source = try await daemon.source()
        try await source.send(events.pledgeTopic, events.pledge(1, sequence: 1, epoch: "e"))
        try await source.send(
            events.planTopic, events.event("site.defined", id: "w", sequence: 2, epoch: "e", #""site":"x""#))
        try await source.send(events.headTopic, events.head(4, epoch: "e"))
        #expect(try missing(try await alerts.next()) == ["urn:test:cell#e": "[[3,4]]"])
        try await daemon.stop()

        // After a restart the gap is known from the journal's events and rejections.
        let again = try await TestDaemon(folder: daemon.folder)
        let second = try await again.subscribe("alert.test.sequence-gap")
        let sourceAgain = try await again.source()
        try await sourceAgain.send(events.headTopic, events.head(3, epoch: "e"))
        #expect(try missing(try await second.next()) == ["urn:test:cell#e": "[[3,3]]"])
        try await again.stop()
    }

    @Test("status gives the first number of a source, and the newest event of the journal, also in a shard")
    func opened() async throws {
        let daemon = try await TestDaemon()
        _ = try await daemon.submit(events.plan + [events.pledge(1, sequence: 6, epoch: "T-1/1")])
        var status = try await daemon.ask(.nodeStatus(NodeStatus()))
        #expect(status["opened"]?["urn:test:cell#T-1/1"]?.integer == 6)
        #expect(status["revision"]?.integer == 6)
        try await daemon.stop()

        let shard = try await TestDaemon(folder: daemon.folder) { $0.missions = [ID("T-2")] }
        status = try await shard.ask(.nodeStatus(NodeStatus()))
        #expect(status["revision"]?.integer == 6)
        _ = try await shard.submit([TestEvents(mission: "T-2", source: "urn:test:other").defined()])
        #expect(try await shard.ask(.nodeStatus(NodeStatus()))["revision"]?.integer == 7)
        try await shard.stop()
    }

    @Test("missing events are fetched from a source that can replay, another daemon")
    func replay() async throws {
        let source = try await TestDaemon(node: "source")
        let all = events.plan + (1...40).map { events.pledge($0, sequence: $0, epoch: "T-1/2025") }
        _ = try await source.submit(all)
        let endpoint = try #require(source.endpoints.control.first)
        let daemon = try await TestDaemon { $0.replay = ["urn:test:cell": try Endpoint(endpoint)] }
        let alerts = try await daemon.subscribe("alert.test.sequence-gap")
        _ = try await daemon.submit(events.plan)
        let publisher = try await daemon.source()
        // The first two thirds and the end are lost: only 30 and the head arrive.
        try await publisher.send(events.pledgeTopic, events.pledge(30, sequence: 30, epoch: "T-1/2025"))
        try await publisher.send(events.headTopic, events.head(40, epoch: "T-1/2025"))
        while try missing(try await alerts.next()) != [:] {}
        #expect(try await daemon.figures("T-1") == (try await source.figures("T-1")))
        try await daemon.stop()
        try await source.stop()
    }
}
