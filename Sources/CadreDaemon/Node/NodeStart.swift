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
        let journal = try await Journal.open(folder: configuration.data, sameData: EventReader.haveSameData)
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
        let keeperThread = try ThreadPool(name: "cadre-keeper", count: 1)
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
            node: configuration.node, started: started, tracker: restored.tracker, publisher: publisher, meters: meters,
            logger: logger)
        let reading = SharedReading(
            SubmissionReader(
                limits: ContractLimits(eventBytesMax: configuration.limits.messageBytes), authority: .trusted,
                missions: configuration.missions))
        let gate = Gate(
            journal: journal, queue: queue, register: restored.register, lastRejection: restored.lastRejection,
            outlets: GateOutlets(node: configuration.node, missions: missions, loss: loss, publisher: publisher),
            probe: DiskProbe(folder: configuration.data, threads: keeperThread), health: health, meters: meters,
            logger: logger)
        let status = StatusReporter(
            node: configuration.node, started: started, missions: missions, loss: loss, publisher: publisher,
            meters: meters)
        let questions = QuestionDesk(
            missions: missions, journal: JournaledPast(reader: readers.replay, logger: logger),
            settings: settings, executor: planning, reading: reading, limits: configuration.limits.ofEntities)
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
            keeperThread.stop()
            throw error
        }
        await status.set(endpoints)
        await loss.start(fillers: sockets.fillers(configuration.replay, queue: queue, logger: logger))
        let keeper = SnapshotKeeper(
            restored.state, covered: restored.covered, reader: readers.keeping, store: readers.snapshots,
            meters: meters, logger: logger)
        return RunningNode(
            RunningNode.Parts(
                started: started, sockets: sockets, journal: journal, readers: readers, queue: queue, reading: reading,
                gate: gate, missions: missions, planning: planning, publisher: publisher,
                node: configuration.node, loss: loss, status: status, keeper: keeper,
                keeperThread: keeperThread, keepingSeconds: configuration.keepingSeconds),
            endpoints: endpoints, logger: logger)
    }

    private func restore(_ readers: NodeReaders) async throws -> JournalRestoration {
        let empty = JournalRestoration(
            register: EntityRegister(limits: configuration.limits.ofEntities), tracker: configuration.lossTracker)
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
        LossTracker(replayed: Set(replay.keys), judged: missions.map { .missions($0) } ?? .everybody)
    }
}
