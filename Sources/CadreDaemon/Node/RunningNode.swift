import CadreContract
import CadreJournal
import CadrePlanning
import CadreRuntime
import Logging
import Threading
import ZeroMQ

/// A running node: all its parts, and the order in which they end. `NodeStart` creates it.
final class RunningNode: Sendable {
    /// The parts of a node.
    struct Parts {
        /// The time at which the node started.
        var started: Instant
        var sockets: NodeSockets
        var journal: Journal
        var readers: NodeReaders
        var queue: SubmissionQueue
        var reading: SharedReading
        var acceptance: AcceptancePipeline
        var missions: MissionDirectory
        var planning: PlanningExecutor
        var publisher: Publisher
        var node: ID<Node>
        var loss: LossWatch
        var status: StatusReporter
        var snapshots: SnapshotKeeper
        /// The thread of snapshots and of probes of the disk.
        var diskThread: ThreadPool
        var snapshotSettings: SnapshotSettings
    }

    let endpoints: NodeStatus.Endpoints
    private let parts: Parts
    /// The loops of acceptance, the status and the clocks.
    private let acceptanceRun: Task<Void, Never>
    private let statusRun: Task<Void, Never>
    private let clockRun: Task<Void, Never>
    private let logger: Logger

    init(_ parts: Parts, endpoints: NodeStatus.Endpoints, logger: Logger) {
        self.parts = parts
        self.endpoints = endpoints
        self.logger = logger
        acceptanceRun = Task { [acceptance = parts.acceptance] in await acceptance.run() }
        statusRun = Task { [status = parts.status] in await status.run() }
        let clocks = LiveClocks(
            LiveClocks.Dependencies(
                node: parts.node, started: parts.started, missions: parts.missions, queue: parts.queue,
                journal: parts.readers.answers, publisher: parts.publisher, logger: logger))
        clockRun = Task { await clocks.run() }
    }

    /// Shuts down gracefully: accepted events are journaled, answered and published before the sockets close.
    func stop() async {
        let snapshotDeadline = ContinuousClock.now + .seconds(parts.snapshotSettings.lastSeconds)
        clockRun.cancel()
        statusRun.cancel()
        await parts.acceptance.stop()
        await parts.loss.stop()
        await parts.sockets.stopReading()
        parts.queue.close()
        await acceptanceRun.value
        // Before the readers are closed: it uses one of them.
        await clockRun.value
        await settlePlans()
        await parts.sockets.control.close()
        await parts.status.publish()
        await parts.sockets.close()
        await parts.snapshots.finish(before: snapshotDeadline)
        parts.diskThread.stop()
        await parts.readers.close(logger)
        do throws(JournalError) {
            try await parts.journal.close()
        } catch {
            logger.error("closing the journal failed; nothing is lost", metadata: ["error": "\(error)"])
        }
        await statusRun.value
    }

    /// Completes and publishes plans while there is time; then they are cancelled, and the next start computes them.
    private func settlePlans() async {
        let planning = parts.planning
        let deadline = Task {
            try await Task.sleep(for: .seconds(DaemonLimits.drainSeconds))
            planning.stop()
        }
        await parts.missions.settled()
        deadline.cancel()
        planning.stop()
    }

    /// Applies the settings that can change while the node runs.
    func change(to configuration: DaemonConfiguration) async throws {
        let reader = SubmissionReader(
            limits: ContractLimits(eventBytesMax: configuration.limits.messageBytes), authority: .trusted,
            missions: configuration.missions)
        let missionsChanged = parts.reading.replace(reader)
        try await parts.sockets.intake.change(to: configuration.intakeConfiguration)
        await parts.sockets.control.change(limits: reader.limits, requestsMax: configuration.limits.requests)
        let fillers = parts.sockets.fillers(configuration.replay, queue: parts.queue, logger: logger)
        try await parts.loss.change(
            fillers: fillers, rebuilding: missionsChanged ? (configuration.lossTracker, parts.readers.replay) : nil)
    }

    /// Returns when every component has run.
    func confirmResponsive() async {
        await parts.acceptance.confirmResponsive()
        await parts.missions.confirmResponsive()
        await parts.sockets.confirmResponsive()
    }
}
