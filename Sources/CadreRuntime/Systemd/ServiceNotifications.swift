import Logging
import ServiceLifecycle
import Synchronization

/// Notifies the service manager of the node's health while the node runs.
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
        // The last state may have arrived together with the end.
        report(health.state)
    }

    func report(_ state: NodeHealth.State) {
        status.withLock { send($0.notices(for: state)) }
    }

    /// Notifies before and after a reload.
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
                "service manager not notified", metadata: ["notices": "\(notices)", "error": "\(error)"])
        }
    }
}
