import CadreContract
import CadreJournal
import CadrePlanning
import CadreRuntime
import Logging
import Threading
import ZeroMQ

/// Starts a node: journal, replay, plans, sockets. Sockets are bound after the first plans, so that every subscriber gets
/// them. Source: ARCHITECTURE; ZEROMQ § 6 (the lock comes before the sockets).
struct NodeStart {
    let configuration: DaemonConfiguration
    let health: NodeHealth
    let meters: NodeMeters
    let stopping: StopRequest
    let logger: Logger

    /// The daemon was stopped before it was ready.
    struct Stopped: Error {}

    func run() async throws -> RunningNode {
        let journal = try await Journal.open(folder: configuration.data)
        do {
            return try await start(journal)
        } catch {
            // The first error is the one to report; a failure to close adds nothing.
            try? await journal.close()
            throw error
        }
    }

    private func start(_ journal: Journal) async throws -> RunningNode {
        let readers = try await NodeReaders(folder: configuration.data)
        let restored = try await restore(readers)
        meters.set(journalSequence: restored.state.sequence)
        let started = Instant.now
        let context = try Context()
        let eventThread = try SocketThread(name: "cadre-intake", logger: logger)
        let answerThread = try SocketThread(name: "cadre-answers", logger: logger)
        let planning = try PlanningExecutor()
        let diskThread = try ThreadPool(name: "cadre-keeper", count: 1)
        let publisher = Publisher(on: answerThread, meters: meters, logger: logger)
        let settings = PlanningSettings(configuration)
        let missions = MissionDirectory(
            MissionPlanner.Dependencies(
                settings: settings, executor: planning, cache: PlanCache(weightMax: settings.planBytesKept),
                publisher: publisher, meters: meters, logger: logger))
        let watch = Task {
            await stopping.wait()
            if !Task.isCancelled { planning.stop() }
        }
        await missions.restore(restored.missions.values.sorted { $0.mission < $1.mission })
        watch.cancel()

        let queue = SubmissionQueue()
        let loss = LossWatch(
            node: configuration.node, started: started,
            state: LossState(
                tracker: restored.tracker, journaled: restored.state.tracker, through: restored.state.sequence),
            publisher: publisher, meters: meters, logger: logger)
        let reading = SharedReading(
            SubmissionReader(
                limits: ContractLimits(eventBytesMax: configuration.limits.messageBytes), authority: .trusted,
                missions: configuration.missions))
        let snapshots = SnapshotKeeper(
            SnapshotSchedule(
                covered: restored.covered, isDamaged: !restored.unreadable.isEmpty, settings: configuration.snapshots),
            at: restored.state.sequence, missions: missions, loss: loss, store: readers.snapshots, threads: diskThread,
            meters: meters, logger: logger)
        let acceptance = AcceptancePipeline(
            journal: journal, queue: queue, submissionReader: reading,
            acceptance: MissionAcceptance(limits: configuration.limits.ofEntities, missions: restored.missions.values),
            receivers: AcceptanceReceivers(
                node: configuration.node, missions: missions, loss: loss, publisher: publisher, snapshots: snapshots),
            probe: DiskProbe(folder: configuration.data, threads: diskThread), health: health, meters: meters,
            logger: logger)
        let status = StatusReporter(
            node: configuration.node, started: started, missions: missions, loss: loss, publisher: publisher,
            meters: meters)
        let questions = QueryService(
            missions: missions, journal: JournaledPast(reader: readers.replay, logger: logger),
            settings: settings, executor: planning, submissionReader: reading, limits: configuration.limits.ofEntities)
        let handler = ControlRequestHandler(
            queue: queue, missions: missions, questions: questions, reader: readers.answers, health: health,
            status: { await status.now() }, logger: logger)
        let sockets = NodeSockets(
            context: context, eventThread: eventThread, answerThread: answerThread,
            intake: Intake(on: eventThread, queue: queue, meters: meters, logger: logger), publisher: publisher,
            control: ControlServer(
                on: answerThread, handler: handler, limits: reading.reader.limits,
                requestsMax: configuration.limits.requests,
                meters: meters, logger: logger))

        let endpoints: NodeStatus.Endpoints
        do {
            guard !stopping.isMade else { throw Stopped() }
            endpoints = try await sockets.bind(configuration)
        } catch {
            await sockets.close()
            planning.stop()
            diskThread.stop()
            throw error
        }
        await status.set(endpoints)
        await loss.start(fillers: sockets.fillers(configuration.replay, queue: queue, logger: logger))
        return RunningNode(
            RunningNode.Parts(
                started: started, sockets: sockets, journal: journal, readers: readers, queue: queue, reading: reading,
                acceptance: acceptance, missions: missions, planning: planning, publisher: publisher,
                node: configuration.node, loss: loss, status: status, snapshots: snapshots,
                diskThread: diskThread, snapshotSettings: configuration.snapshots),
            endpoints: endpoints, logger: logger)
    }

    private func restore(_ readers: NodeReaders) async throws -> JournalRestoration {
        let empty = JournalRestoration(tracker: configuration.lossTracker)
        let restoration = try await JournalRestoration.restore(empty, readers.replay, readers.snapshots) {
            done, total throws(Stopped) in
            if stopping.isMade { throw Stopped() }
            health.enter(.replaying(done: done, of: total))
        }
        switch restoration.origin {
        case .snapshot(let sequence):
            logger.info("reading the journal after a snapshot", metadata: ["sequence": "\(sequence)"])
        case .beginning(let reason):
            logger.info("reading the whole journal", metadata: ["reason": "\(reason)"])
        }
        if !restoration.unreadable.isEmpty {
            logger.error(
                "journal has unreadable events; figures lack them; run `cadre journal verify`",
                metadata: ["sequences": "\(restoration.unreadable)"])
        }
        return restoration
    }
}

extension DaemonConfiguration {
    /// A tracker without any received sequence.
    var lossTracker: LossTracker {
        LossTracker(replayed: Set(replay.keys), scope: missions.map { .missions($0) } ?? .all)
    }
}
