import CadreContract
import CadreDaemon
import CadrePlanning
import Testing
import ZeroMQ

@Suite("Reload", .timeLimit(.minutes(2)))
struct ReloadTests {
    let mine = TestEvents()
    let others = TestEvents(mission: "T-10", source: "urn:test:others")

    @Test("a shard drops and counts events of other missions, and refuses those that expect a reply")
    func shard() async throws {
        let daemon = try await TestDaemon { $0.missions = [ID("T-1")] }
        let source = try await daemon.source(subscriptions: 5)
        try await source.send(others.planTopic, others.defined())  // a longer name with the same prefix
        try await source.send(mine.planTopic, mine.defined())
        await #expect(throws: ControlError.self) { try await daemon.submit([mine.plan[1], others.defined(id: "m-3")]) }
        _ = try await daemon.submit(mine.plan)
        let status = try await daemon.answer(to: NodeStatus()).status
        #expect(status.missions.keys.sorted() == ["T-1"])
        #expect((status.counters["events_dropped"] ?? 0) >= 1)
        #expect(status.counters["events_rejected"] == nil)
        try await daemon.stop()
    }

    @Test("missions, upstream publishers and limits change without a restart; other changes are reported to need one")
    func reload() async throws {
        let daemon = try await TestDaemon { $0.missions = [ID("T-1")] }
        let upstream = TestSource(daemon.context, on: daemon.thread)
        let endpoint = try await upstream.bind()
        var changed = DaemonConfiguration(data: daemon.folder, node: ID("test"))
        changed.missions = [ID("T-10")]
        changed.intakeConnect = [endpoint]
        changed.limits.messageBytes = 2_048
        changed.samples = 7
        let needRestart = await daemon.daemon.reload(changed)
        #expect(needRestart.contains("samples"))
        #expect(!needRestart.contains("missions"))
        await upstream.subscribed(count: 5)
        let estimates = try await daemon.subscribe("estimate.T-10.summary")
        try await upstream.send(others.planTopic, "[\(others.plan.prefix(3).joined(separator: ","))]")
        #expect(try await estimates.nextEvent()["data"]?["mission"]?.text == "T-10")
        let large = others.event(
            "site.defined", id: "big", #""site":"B","name":"\#(String(repeating: "x", count: 2_048))""#)
        guard case .rejected(.tooLarge, _) = try #require(try await daemon.submit([large]).first) else {
            Issue.record("an event above the new limit was accepted")
            return
        }
        try await daemon.stop()
    }

    @Test("an invalid configuration is counted, and the previous one is kept")
    func wrong() async throws {
        let daemon = try await TestDaemon()
        await daemon.daemon.recordReloadFailure("samples: many")
        _ = try await daemon.submit(mine.plan)
        let status = try await daemon.answer(to: NodeStatus()).status
        #expect(status.counters["reload_failures"] == 1)
        try await daemon.stop()
    }
}
