import CadreContract
import CadreDaemon
import CadreJournal
import CadrePlanning
import Testing
import ZeroMQ

@Suite("Start and end", .timeLimit(.minutes(2)))
struct StopTests {
    let events = TestEvents()

    @Test("after a stop under load, all acknowledged events are kept, and the last status is published")
    func underLoad() async throws {
        let daemon = try await TestDaemon()
        _ = try await daemon.submit(events.plan)
        let source = try await daemon.source()
        for number in 1...3_000 { try await source.send(events.pledgeTopic, events.pledge(number)) }
        let acknowledged = try await daemon.submit((3_001...3_500).map { events.pledge($0) })
        #expect(acknowledged.allSatisfy { $0.status == .accepted })
        try await daemon.stop()

        let again = try await TestDaemon(folder: daemon.folder)
        let outcomes = try await again.submit((3_001...3_500).map { events.pledge($0) })
        #expect(outcomes.allSatisfy { $0.status == .duplicate })
        try await again.stop()
    }

    @Test("a second daemon on the same folder does not start and binds no endpoint")
    func locked() async throws {
        let daemon = try await TestDaemon()
        await #expect(throws: JournalError.self) { try await TestDaemon(folder: daemon.folder) }
        try await daemon.stop()
    }

    @Test("an endpoint in use prevents the start, and the folder is released")
    func inUse() async throws {
        let daemon = try await TestDaemon()
        let taken = try Endpoint(try #require(daemon.endpoints.control.first))
        let folder = TestDaemon.newFolder()
        await #expect(throws: ZeroMQError.self) { try await TestDaemon(folder: folder) { $0.control = [taken] } }
        let other = try await TestDaemon(folder: folder)
        try await other.stop()
        try await daemon.stop()
    }

    @Test("a node that is stopped before it is ready ends at once")
    func early() async throws {
        let daemon = Daemon(
            configuration: DaemonConfiguration(data: TestDaemon.newFolder(), node: ID("test")),
            logger: .init(label: "test"))
        daemon.stop()
        try await daemon.run()
        #expect(daemon.health.state.phase != .ready)
    }

    @Test("every component responds to the watchdog")
    func heartbeat() async throws {
        let daemon = try await TestDaemon()
        await daemon.daemon.confirmResponsive()
        #expect(daemon.daemon.health.state.isReady)
        try await daemon.stop()
    }
}
