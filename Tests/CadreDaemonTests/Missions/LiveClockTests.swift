import CadreContract
import CadreDaemon
import CadrePlanning
import Testing

@Suite("Live clocks", .timeLimit(.minutes(2)))
struct LiveClockTests {
    @Test("a node that was stopped at midnight advances the clocks of live missions once at its start")
    func missed() async throws {
        let live = TestEvents(mission: "LIVE")
        let first = try await TestDaemon()
        _ = try await first.submit(
            [live.defined(clock: "live")] + live.plan.dropFirst() + [TestEvents(source: "urn:test:other").defined()])
        try await first.stop()

        let second = try await TestDaemon(folder: first.folder)
        let summary = try await second.subscribe("estimate.LIVE.summary")
        // The previous plan, then that of the advanced clock: the horizon is over, so that nothing is missing from then
        // on.
        while try await summary.nextEvent()["cause"]?.text?.hasPrefix("clock/LIVE/") != true {}
        let clocks = try PlanGet.answer(
            reading: try await second.ask(.planGet(PlanGet(mission: ID("LIVE"), kind: .clock))))
        let clock = try #require(clocks.entities.first)
        #expect(clock.stamp.source == "urn:cadre:test")
        #expect(clock.stamp.id == "clock/LIVE/\(clock.stamp.time.day.text)")
        let others = try PlanGet.answer(
            reading: try await second.ask(.planGet(PlanGet(mission: ID("T-1"), kind: .clock))))
        #expect(others.entities.isEmpty)
        try await second.stop()
    }

    @Test("a machine whose clock is years ahead of the journal advances no clock and raises an alert")
    func jumped() async throws {
        // The events of this journal arrived in 1970.
        let disk = try await JournalOnDisk()
        let live = TestEvents(mission: "LIVE")
        try await disk.append([live.defined(clock: "live")] + live.plan.dropFirst())
        try await disk.reader.close()
        try await disk.store.close()
        try await disk.journal.close()

        let daemon = try await TestDaemon(folder: disk.folder.path)
        let alerts = try await daemon.subscribe("alert.test.clock-jump")
        let alert = try await alerts.nextEvent()["data"]
        #expect(alert?["raised"]?.elements?.map(\.text) == ["test"])
        #expect(alert?["open"]?.elements?.first?["detail"]?.text?.contains("is 1970-01-01") == true)
        let clocks = try PlanGet.answer(
            reading: try await daemon.ask(.planGet(PlanGet(mission: ID("LIVE"), kind: .clock))))
        #expect(clocks.entities.isEmpty)
        try await daemon.stop()
    }
}
