import Glibc
import Logging
import ServiceLifecycle
import Threading

/// Runs a daemon as a process: informs the service manager, serves its watchdog, handles signals, and shuts down
/// gracefully.
///
/// ```swift
/// let supervisor = try Supervisor(
///     health: daemon.health, heartbeats: heartbeats, metrics: metrics, outerServices: [httpServer],
///     stopWithin: .seconds(5), logger: logger, reload: { await daemon.reload(…) })
/// try await supervisor.run([daemon])
/// ```
/// ``ProcessSignals/block()`` has to be the first statement of `main`.
public struct Supervisor: Sendable {
    private let heartbeats: Heartbeats
    private let logger: Logger
    private let outer: [any Service]
    let signals: SignalReader

    /// Creates a supervisor, and starts to read signals.
    /// - Parameters:
    ///   - outerServices: Services that start first and end last, such as an HTTP server for health and metrics.
    ///   - stopWithin: The time for the shutdown; after it the process is ended by force.
    ///   - reload: Called for SIGHUP, never twice at the same time. If the new configuration is invalid, it keeps the
    ///     previous one.
    public init(
        health: NodeHealth, heartbeats: Heartbeats, metrics: PrometheusMetrics, outerServices: [any Service] = [],
        environment: ServiceManagerEnvironment = .current, stopWithin: Duration, logger: Logger,
        reload: @escaping @Sendable () async -> Void
    ) throws(ThreadingError) {
        metrics.observe("cadre_healthy", help: "1, or 0 when events cannot be made durable") {
            health.state.faults.isEmpty ? 1 : 0
        }
        var outer = outerServices + [ProcessMetrics(metrics)]
        var notifications: ServiceNotifications?
        if let socket = Self.socket(environment, logger) {
            let new = ServiceNotifications(socket, health: health, logger: logger)
            notifications = new
            outer.append(new)
            if let interval = environment.watchdogInterval {
                // The service manager kills a daemon that stalls with SIGABRT. Swift's own handler of it tries to print
                // a backtrace, and returns if it may not start a program: the process would live on.
                signal(SIGABRT, SIG_DFL)
                outer.append(Watchdog(socket, interval: interval, heartbeats: heartbeats, logger: logger))
            }
        }
        signals = try SignalReader(
            stopWithin: stopWithin, logger: logger,
            reload: { [notifications] in
                if let notifications { await notifications.reloading(reload) } else { await reload() }
            },
            onStop: { health.enter(.stopping) })
        self.outer = outer
        self.heartbeats = heartbeats
        self.logger = logger
    }

    /// Runs until a signal or a service ends it.
    ///
    /// The shutdown is in order: health turns to `stopping`, then the services end, the last of the list first, then the
    /// outer services.
    /// - Parameter services: Each runs until graceful shutdown; one that returns or throws ends all.
    /// - Throws: The error of a service.
    public func run(_ services: [any Service]) async throws {
        var lifecycleLogger = logger
        lifecycleLogger.logLevel = max(logger.logLevel, .info)  // below it, every step of the library is logged
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: (outer + services + [signals]).map {
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
            logger.error("service manager not reachable", metadata: ["error": "\(error)"])
            return nil
        }
    }
}
