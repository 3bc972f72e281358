import Logging
import ServiceLifecycle
import Synchronization

/// Sends heartbeats to the service manager, at half of the expected interval, and only while every watched component
/// responds: a daemon that does not respond is then killed and restarted. Source: sd_watchdog_enabled(3).
final class Watchdog: Service {
    private let socket: NotifySocket
    private let interval: Duration
    private let heartbeats: Heartbeats
    private let logger: Logger
    private let stalled = Mutex<[String]>([])

    /// Creates a watchdog.
    /// - Parameter interval: The interval within which the service manager expects a heartbeat.
    init(_ socket: NotifySocket, interval: Duration, heartbeats: Heartbeats, logger: Logger) {
        self.socket = socket
        self.interval = interval
        self.heartbeats = heartbeats
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat {
                self.check(at: .now)
                // Thrown only when cancelled, which ends the loop.
                try? await Task.sleep(for: self.interval / 2)
            } while !Task.isCancelled
        }
    }

    /// Sends a heartbeat unless a component stalls.
    func check(at now: Heartbeats.Clock.Instant) {
        let stalled = heartbeats.stalled(at: now)
        let before = self.stalled.withLock { known in
            defer { known = stalled }
            return known
        }
        if stalled != before {
            if stalled.isEmpty {
                logger.notice("all components responsive", metadata: ["stalled before": "\(before)"])
            } else {
                logger.critical("components stalled; watchdog not served", metadata: ["stalled": "\(stalled)"])
            }
        }
        guard stalled.isEmpty else { return }
        do {
            try socket.send([.watchdog])
        } catch {
            logger.warning("watchdog not served", metadata: ["error": "\(error)"])
        }
    }
}
