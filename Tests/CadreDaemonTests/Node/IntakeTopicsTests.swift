import CadreContract
import Foundation
import Testing

@testable import CadreDaemon

@Suite("what intake subscribes to (CONTRACT § 1)", .timeLimit(.minutes(1)))
struct IntakeTopicsTests {
    @Test("the AsyncAPI document names the prefixes")
    func document() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Documentation/contract/asyncapi.yaml").standardizedFileURL
        let document = try String(contentsOf: path, encoding: .utf8)
        let list = try #require(document.firstMatch(of: #/\n +subscriptions: \[([^\]]+)\]/#)).1
        let named = Set(list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
        #expect(named == Intake.prefixes(for: nil))
        #expect(named.allSatisfy { $0.hasSuffix(".") } && named.count == 5)
    }

    @Test("a topic that only begins like a kind is not received")
    func similarTopic() async throws {
        let daemon = try await TestDaemon()
        let events = TestEvents()
        let source = try await daemon.source()
        for topic in ["planet.x", "headline.x", "plan", "pledges.T-1.NOR"] { try await source.send(topic, "{}") }
        try await source.send(events.planTopic, events.defined())
        while try await !daemon.knows("T-1", .mission, "T-1") {}
        let status = try await daemon.answer(to: NodeStatus()).status
        #expect(status.counters["events_rejected", default: 0] == 0)
        try await daemon.stop()
    }
}
