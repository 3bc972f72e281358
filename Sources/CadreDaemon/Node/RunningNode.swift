import CadreContract
import CadreJournal
import CadrePlanning
import CadreRuntime
import Logging
import Synchronization
import Threading
import ZeroMQ

/// A node from its start to its end: all its parts, and the order in which they end. `NodeStart` makes it.
final class RunningNode: Sendable {
    /// What a node is made of.
    struct Parts {
        /// The time at which the node started.
        var started: Instant
        var sockets: NodeSockets
        var journal: Journal
        var readers: NodeReaders
        var queue: SubmissionQueue
        var reading: SharedReading
        var gate: Gate
        var missions: MissionDirectory
        var surroundings: MissionSurroundings
        var loss: LossWatch
        var status: StatusReporter
        var keeper: SnapshotKeeper
        /// The thread on which thousands of events are joined and written, which is too long for the cooperative pool.
        var keeperThread: ThreadPool
        /// Seconds from the beginning of the end in which a last snapshot may be written.
        var keepingSeconds: Int
    }

    let endpoints: NodeStatus.Endpoints
    private let parts: Parts
    /// The gate's loop, the status's, the clocks' and the snapshots'.
    private let gateRun: Task<Void, Never>
    private let statusRun: Task<Void, Never>
    private let clockRun: Task<Void, Never>
    private let keeperRun: Task<Void, Never>
    private let logger: Logger

    init(_ parts: Parts, endpoints: NodeStatus.Endpoints, logger: Logger) {
        self.parts = parts
        self.endpoints = endpoints
        self.logger = logger
        gateRun = Task { [gate = parts.gate, reading = parts.reading] in await gate.run { reading.reader } }
        statusRun = Task { [status = parts.status] in await status.run() }
        let clocks = LiveClocks(
            LiveClocks.Surroundings(
                node: parts.surroundings.node, started: parts.started, missions: parts.missions, queue: parts.queue,
                journal: parts.readers.answers, publisher: parts.surroundings.publisher, logger: logger))
        clockRun = Task { await clocks.run() }
        keeperRun = Task(executorPreference: parts.keeperThread) { [keeper = parts.keeper] in await keeper.run() }
    }

    /// Ends in order: what is accepted is journaled, answered and published before the sockets close.
    func stop() async {
        let keepingEnds = ContinuousClock.now + .seconds(parts.keepingSeconds)
        clockRun.cancel()
        keeperRun.cancel()
        statusRun.cancel()
        await parts.gate.stop()
        await parts.loss.stop()
        await parts.sockets.stopReading()
        parts.queue.close()
        await gateRun.value
        // Before the readers are closed, one of which it uses.
        await clockRun.value
        await settlePlans()
        await parts.sockets.control.close()
        await parts.status.publish()
        await parts.sockets.close()
        parts.surroundings.threads.stop()
        await keeperRun.value
        parts.keeperThread.stop()
        await parts.keeper.finish(before: keepingEnds)
        await parts.readers.close(logger)
        do throws(JournalError) {
            try await parts.journal.close()
        } catch {
            logger.error("the journal cannot be closed; nothing is lost", metadata: ["error": "\(error)"])
        }
        await statusRun.value
    }

    /// Plans are finished and published while there is time for it; then they are given up: the next start makes them.
    private func settlePlans() async {
        let surroundings = parts.surroundings
        let patience = Task {
            try await Task.sleep(for: .seconds(DaemonLimits.drainSeconds))
            surroundings.stop()
        }
        await parts.missions.settled()
        patience.cancel()
        surroundings.stop()
    }

    /// Takes over what can change while the node runs.
    func change(to configuration: DaemonConfiguration) async throws {
        let reader = SubmissionReader(
            limits: ContractLimits(messageBytesMax: configuration.limits.messageBytes), authority: .trusted,
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
        await parts.gate.confirmResponsive()
        await parts.missions.confirmResponsive()
        await parts.sockets.confirmResponsive()
    }
}

/// What submissions are read by; a new configuration replaces it.
final class SharedReading: Sendable {
    private let guarded: Mutex<SubmissionReader>

    init(_ reader: SubmissionReader) {
        guarded = Mutex(reader)
    }

    var reader: SubmissionReader { guarded.withLock { $0 } }

    /// - Returns: Whether other missions are planned from now on.
    func replace(_ reader: SubmissionReader) -> Bool {
        guarded.withLock { current in
            defer { current = reader }
            return current.missions != reader.missions
        }
    }
}

/// The journal's readers, one for each work that must not wait for another.
struct NodeReaders: Sendable {
    /// Start, and older plans.
    let replay: JournalReader
    /// Answers of a page or less.
    let answers: JournalReader
    /// What follows the journal for snapshots.
    let keeping: JournalReader
    let snapshots: SnapshotStore

    init(folder: String) async throws(JournalError) {
        replay = try await JournalReader.open(folder: folder)
        answers = try await JournalReader.open(folder: folder)
        keeping = try await JournalReader.open(folder: folder)
        snapshots = try await SnapshotStore.open(folder: folder)
    }

    func close(_ logger: Logger) async {
        for reader in [replay, answers, keeping] {
            do throws(JournalError) {
                try await reader.close()
            } catch {
                logger.error("a reader of the journal cannot be closed", metadata: ["error": "\(error)"])
            }
        }
        do throws(JournalError) {
            try await snapshots.close()
        } catch {
            logger.error("the snapshots cannot be closed", metadata: ["error": "\(error)"])
        }
    }
}
