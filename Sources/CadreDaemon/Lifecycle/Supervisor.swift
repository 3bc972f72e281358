import Glibc
import Logging
import ServiceLifecycle

/// Runs the daemon as a process should run: HTTP for health and metrics, the service manager informed, its watchdog
/// served, signals answered, and an end in order.
///
/// ```swift
/// let supervisor = Supervisor(
///     health: daemon.health, heartbeats: heartbeats, metrics: metrics, http: ("127.0.0.1", 5573), logger: logger,
///     reload: { await daemon.reload(…) })
/// try await supervisor.run([daemon])
/// ```
/// ``ProcessSignals/block()`` has to be the first statement of `main`.
public struct Supervisor: Sendable {
    private let heartbeats: Heartbeats
    private let logger: Logger
    private let own: [any Service]
    let signals: SignalReader

    /// - Parameters:
    ///   - http: Where `/livez`, `/readyz` and `/metrics` are served, port 0 being any free one; `nil`: nowhere.
    ///   - stopWithin: What the end may take, the process being ended by force after it; `nil`: what the daemon may.
    ///   - reload: For SIGHUP; never called twice at once. It keeps what was where the new is wrong.
    public init(
        health: NodeHealth, heartbeats: Heartbeats, metrics: PrometheusMetrics, http: (host: String, port: Int)?,
        environment: ServiceManagerEnvironment = .current, stopWithin: Duration? = nil,
        logger: Logger, reload: @escaping @Sendable () async -> Void
    ) {
        metrics.observe("cadre_healthy", help: "1, or 0 when events cannot be made durable") {
            health.state.faults.isEmpty ? 1 : 0
        }
        var own: [any Service] = []
        if let http {
            own.append(
                HealthServer(
                    host: http.host, port: http.port, health: health, heartbeats: heartbeats, metrics: metrics,
                    logger: logger))
        }
        own.append(ProcessMetrics(metrics))
        var notifications: ServiceNotifications?
        if let socket = Self.socket(environment, logger) {
            let notices = ServiceNotifications(socket, health: health, logger: logger)
            notifications = notices
            own.append(notices)
            if let interval = environment.watchdogInterval {
                // The service manager kills a daemon that stalls with SIGABRT. Swift's own handler of it tries to print
                // a backtrace, and where it may not start a program it returns: the process would live on.
                signal(SIGABRT, SIG_DFL)
                own.append(Watchdog(socket, interval: interval, heartbeats: heartbeats, logger: logger))
            }
        }
        let notices = notifications
        signals = SignalReader(
            stopWithin: stopWithin ?? .seconds(DaemonLimits.stopSeconds), logger: logger,
            reload: { if let notices { await notices.reloading(reload) } else { await reload() } },
            onStop: { health.enter(.stopping) })
        self.own = own
        self.heartbeats = heartbeats
        self.logger = logger
    }

    /// Runs until a signal or a service ends it.
    ///
    /// The end is in order: health turns to `stopping`, then the services end, the last of the list first, then HTTP.
    /// - Parameter services: Each runs until graceful shutdown; one that returns or throws ends all.
    /// - Throws: What a service threw.
    public func run(_ services: [any Service]) async throws {
        var lifecycleLogger = logger
        lifecycleLogger.logLevel = max(logger.logLevel, .info)  // it tells every step of its own
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: (own + services + [signals]).map {
                    .init(
                        service: $0, successTerminationBehavior: .gracefullyShutdownGroup,
                        failureTerminationBehavior: .gracefullyShutdownGroup, serviceName: "\(type(of: $0))")
                },
                logger: lifecycleLogger))
        defer {
            signals.end()
            heartbeats.stop()
        }
        try await group.run()
    }

    private static func socket(_ environment: ServiceManagerEnvironment, _ logger: Logger) -> NotifySocket? {
        guard let address = environment.notifySocket else { return nil }
        do {
            return try NotifySocket(address)
        } catch {
            logger.error("the service manager cannot be told anything", metadata: ["error": "\(error)"])
            return nil
        }
    }
}
