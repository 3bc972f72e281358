import Logging
import ServiceLifecycle
import Synchronization

/// Shows the service manager that the daemon lives, at half of the interval in which that is expected, and only while
/// every watched part gets its turns: a daemon that answers nobody is then killed and started again.
/// Source: sd_watchdog_enabled(3).
final class Watchdog: Service {
    private let socket: NotifySocket
    private let interval: Duration
    private let heartbeats: Heartbeats
    private let logger: Logger
    private let stalled = Mutex<[String]>([])

    /// - Parameter interval: Within which a sign is expected, as the service manager gave it.
    init(_ socket: NotifySocket, interval: Duration, heartbeats: Heartbeats, logger: Logger) {
        self.socket = socket
        self.interval = interval
        self.heartbeats = heartbeats
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat {
                self.look(at: .now)
                // Thrown only when cancelled, which ends the loop.
                try? await Task.sleep(for: self.interval / 2)
            } while !Task.isCancelled
        }
    }

    /// Gives a sign of life unless something stalls.
    func look(at now: Heartbeats.Clock.Instant) {
        let stalled = heartbeats.stalled(at: now)
        let before = self.stalled.withLock { known in
            defer { known = stalled }
            return known
        }
        if stalled != before {
            if stalled.isEmpty {
                logger.notice("all parts get their turns again", metadata: ["stalled before": "\(before)"])
            } else {
                logger.critical(
                    "parts of the daemon get no turn: the watchdog is not served", metadata: ["stalled": "\(stalled)"])
            }
        }
        guard stalled.isEmpty else { return }
        do {
            try socket.send([.watchdog])
        } catch {
            logger.warning("the watchdog was not served", metadata: ["error": "\(error)"])
        }
    }
}
