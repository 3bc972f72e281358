import CadreContract
import CadreJournal
import CadrePlanning
import Logging
import ServiceLifecycle

/// The daemon as a whole: opens the journal, plans what it holds, binds the sockets, and goes on until it is stopped.
///
/// Start: lock and journal, replay, plans, sockets, ready. Stop: intake, what is accepted, plans, status, sockets,
/// journal. Source: ARCHITECTURE § 5; ZEROMQ § 8.
public actor Daemon: Service {
    public nonisolated let health: NodeHealth
    /// Cadre's version.
    public static let version = "0.1.0"

    private let logger: Logger
    nonisolated let meters = NodeMeters()
    private var configuration: DaemonConfiguration
    private var running: RunningNode?
    private let stopping = StopSignal()

    public init(configuration: DaemonConfiguration, health: NodeHealth = NodeHealth(), logger: Logger) {
        self.configuration = configuration
        self.health = health
        var logger = logger
        logger[metadataKey: "node"] = "\(configuration.node)"
        self.logger = logger
    }

    /// Runs until `stop()` is called, the service group shuts down or the task is cancelled, then ends in order.
    /// - Throws: What keeps it from starting: `JournalError`, or `ZeroMQError` with the endpoint and what to mend.
    public func run() async throws {
        let stopping = stopping
        try await withTaskCancellationHandler {
            try await withGracefulShutdownHandler {
                try await runUntilStopped()
            } onGracefulShutdown: {
                stopping.give()
            }
        } onCancel: {
            stopping.give()
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

    /// Has `run()` end in order. At once; more than once does nothing.
    public nonisolated func stop() { stopping.give() }

    /// The endpoints as they are bound, with their ports; `nil` before they are.
    public var endpoints: NodeStatus.Endpoints? { running?.endpoints }

    /// Takes over a new configuration, as far as that is possible while running.
    /// - Returns: The keys that changed but need a restart.
    @discardableResult
    public func reload(_ new: DaemonConfiguration) async -> [String] {
        let needRestart = configuration.keysThatNeedRestart(for: new)
        if let running {
            do {
                try await running.change(to: new)
            } catch {
                noteReloadFailure("\(error)")
            }
        }
        configuration.takeOver(new)
        logger.notice("the configuration is read again", metadata: ["need a restart": "\(needRestart)"])
        return needRestart
    }

    /// Counts a configuration that is wrong: the one before stays.
    public func noteReloadFailure(_ reason: String) {
        meters.countReloadFailure()
        logger.error("the configuration before stays: the new one is wrong", metadata: ["reason": "\(reason)"])
    }

    /// Gives each part a turn. Returns when all had one: for a watchdog, which judges how long that takes.
    public func heartbeat() async {
        await running?.turn()
    }
}

extension DaemonConfiguration {
    /// Names of what differs and cannot change while the daemon runs.
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

    /// Takes over what can change while the daemon runs.
    mutating func takeOver(_ new: DaemonConfiguration) {
        log.level = new.log.level
        missions = new.missions
        intakeConnect = new.intakeConnect
        replay = new.replay
        limits.messageBytes = new.limits.messageBytes
        limits.requests = new.limits.requests
    }
}
