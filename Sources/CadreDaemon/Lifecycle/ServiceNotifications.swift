import Logging
import ServiceLifecycle
import Synchronization

/// Tells the service manager how the node is, as long as the node runs.
final class ServiceNotifications: Service {
    private let socket: NotifySocket
    private let health: NodeHealth
    private let logger: Logger
    /// Held while sending: notices arrive in the order in which they were decided.
    private let status = Mutex(ServiceStatus())

    init(_ socket: NotifySocket, health: NodeHealth, logger: Logger) {
        self.socket = socket
        self.health = health
        self.logger = logger
    }

    func run() async throws {
        for await state in health.states().cancelOnGracefulShutdown() { report(state) }
        // The last state may have come together with the end.
        report(health.state)
    }

    func report(_ state: NodeHealth.State) {
        status.withLock { send($0.notices(for: state)) }
    }

    /// Says that a reload is under way, and that it is done.
    func reloading(_ reload: () async -> Void) async {
        let (before, after) = status.withLock { $0.reload(now: .reloadingNow) }
        send(before)
        await reload()
        send(after)
    }

    private func send(_ notices: [ServiceNotice]) {
        do {
            try socket.send(notices)
        } catch {
            logger.warning(
                "the service manager was not told", metadata: ["notices": "\(notices)", "error": "\(error)"])
        }
    }
}
