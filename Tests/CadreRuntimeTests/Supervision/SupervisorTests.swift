import Glibc
import Logging
import ServiceLifecycle
import Testing

@testable import CadreRuntime

private let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

struct SupervisorTests {
    let health = NodeHealth()
    let metrics = PrometheusMetrics()
    private let diary = Diary()

    /// Ends after the services.
    private var outer: BodyService {
        BodyService { [diary] in
            try? await gracefulShutdown()
            diary.note("outer service ends")
        }
    }

    private func supervisor(_ receiver: NotifyReceiver, reload: @escaping @Sendable () async -> Void) throws
        -> Supervisor
    {
        try Supervisor(
            health: health, heartbeats: Heartbeats(), metrics: metrics, outerServices: [outer],
            environment: ServiceManagerEnvironment(notifySocket: receiver.address, watchdogInterval: .seconds(30)),
            // Never ends the process by force, because it is that of all tests.
            stopWithin: .seconds(600), logger: silent, reload: reload)
    }

    @Test("readiness, reload and shutdown are announced to the service manager in order", .timeLimit(.minutes(1)))
    func wholeLife() async throws {
        let receiver = try NotifyReceiver()
        let (diary, health) = (diary, health)
        let supervisor = try supervisor(receiver) { diary.note("reload") }
        let daemon = BodyService {
            health.enter(.ready)
            try? await gracefulShutdown()
            diary.note("daemon ends while \(health.state.text)")
        }
        let running = Task { try await supervisor.run([daemon]) }
        #expect(try await receiver.next(through: "READY=1").last?.contains("STATUS=ready") == true)

        supervisor.signals.deliver(SIGHUP)
        let reloading = try #require(try await receiver.next(through: "RELOADING=1").last)
        #expect(reloading.contains("\nMONOTONIC_USEC="))
        #expect(try await receiver.next(through: "READY=1").last == "READY=1")

        supervisor.signals.deliver(SIGTERM)
        #expect(try await receiver.next(through: "STOPPING=1").last?.contains("STATUS=stopping") == true)
        try await running.value
        #expect(diary.all == ["reload", "daemon ends while stopping", "outer service ends"])
        #expect(try PrometheusText(metrics.text).value("cadre_healthy") == 1)
    }

    @Test("a failed service ends all others in order, and its error is the result", .timeLimit(.minutes(1)))
    func failure() async throws {
        struct Broken: Error, Equatable {}
        let receiver = try NotifyReceiver()
        let supervisor = try supervisor(receiver) {}
        let error = await #expect(throws: (any Error).self) {
            try await supervisor.run([BodyService { throw Broken() }])
        }
        #expect(error is Broken)
        #expect(health.state.phase == .stopping)
        #expect(try await receiver.next(through: "STOPPING=1").isEmpty == false)
    }

    @Test("a service that returns ends all others without an error", .timeLimit(.minutes(1)))
    func ownEnd() async throws {
        let receiver = try NotifyReceiver(abstract: true)
        try await supervisor(receiver) {}.run([BodyService {}])
        #expect(health.state.phase == .stopping)
    }
}
