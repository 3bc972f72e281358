import CadreContract
import CadreJournal
import CadrePlanning
import CadreRuntime
import Logging
import ServiceLifecycle

/// The daemon: opens the journal, plans its missions, binds the sockets, and runs until it is stopped.
///
/// Start: lock and journal, replay, plans, sockets, ready. Stop: intake, accepted events, plans, status, sockets,
/// journal. Source: ARCHITECTURE § 5; ZEROMQ § 8.
public actor Daemon: Service {
    public nonisolated let health: NodeHealth

    private let logger: Logger
    nonisolated let meters = NodeMeters()
    private var configuration: DaemonConfiguration
    private var running: RunningNode?
    private let stopping = StopRequest()

    public init(configuration: DaemonConfiguration, health: NodeHealth = NodeHealth(), logger: Logger) {
        self.configuration = configuration
        self.health = health
        var logger = logger
        logger[metadataKey: "node"] = "\(configuration.node)"
        self.logger = logger
    }

    /// Runs until `stop()` is called, the service group shuts down or the task is cancelled, then shuts down gracefully.
    /// - Throws: The error that prevents the start: `JournalError`, or `ZeroMQError` with the endpoint and the remedy.
    public func run() async throws {
        let stopping = stopping
        try await withTaskCancellationHandler {
            try await withGracefulShutdownHandler {
                try await runUntilStopped()
            } onGracefulShutdown: {
                stopping.make()
            }
        } onCancel: {
            stopping.make()
        }
    }

    private func runUntilStopped() async throws {
        health.enter(.starting)
        let start = NodeStart(
            configuration: configuration, health: health, meters: meters, stopping: stopping, logger: logger)
        let node: RunningNode
        do {
            node = try await start.run()
        } catch is NodeStart.Stopped {
            return
        }
        running = node
        health.enter(.ready)
        logger.notice("ready", metadata: ["endpoints": "\(node.endpoints.summary)"])
        await stopping.wait()
        health.enter(.stopping)
        logger.notice("stopping")
        await node.stop()
        running = nil
        logger.notice("stopped")
    }

    /// Makes `run()` shut down gracefully. Returns at once; further calls have no effect.
    public nonisolated func stop() { stopping.make() }

    /// The bound endpoints with their ports, or `nil` before they are bound.
    public var endpoints: NodeStatus.Endpoints? { running?.endpoints }

    /// Applies a new configuration, as far as that is possible while running.
    /// - Returns: The keys that changed but need a restart.
    @discardableResult
    public func reload(_ new: DaemonConfiguration) async -> [String] {
        let needRestart = configuration.keysThatNeedRestart(for: new)
        if let running {
            do {
                try await running.change(to: new)
            } catch {
                recordReloadFailure("\(error)")
            }
        }
        configuration.takeOver(new)
        logger.notice("configuration reloaded", metadata: ["need a restart": "\(needRestart)"])
        return needRestart
    }

    /// Counts an invalid configuration: the previous one is kept.
    public func recordReloadFailure(_ reason: String) {
        meters.countReloadFailure()
        logger.error("invalid configuration; previous one kept", metadata: ["reason": "\(reason)"])
    }

    /// Returns when every component has run. Lets the watchdog detect a stalled one.
    public func confirmResponsive() async {
        await running?.confirmResponsive()
    }
}

extension DaemonConfiguration {
    /// Returns the names of the settings that differ and cannot change while the daemon runs.
    func keysThatNeedRestart(for new: DaemonConfiguration) -> [String] {
        [
            ("data", data != new.data), ("node", node != new.node), ("intake", intake != new.intake),
            ("estimates", estimates != new.estimates), ("control", control != new.control), ("http", http != new.http),
            ("samples", samples != new.samples), ("planning.verify", planningVerify != new.planningVerify),
            ("zeromq.heartbeat", heartbeatSeconds != new.heartbeatSeconds),
            ("log.format", log.format != new.log.format),
            ("limits.missions", limits.missions != new.limits.missions),
            ("limits.entities", limits.entities != new.limits.entities),
            ("limits.weight", limits.weight != new.limits.weight),
        ].filter(\.1).map(\.0)
    }

    /// Applies the settings that can change while the daemon runs.
    mutating func takeOver(_ new: DaemonConfiguration) {
        log.level = new.log.level
        missions = new.missions
        intakeConnect = new.intakeConnect
        replay = new.replay
        limits.messageBytes = new.limits.messageBytes
        limits.requests = new.limits.requests
    }
}
