import CadreContract
import CadreJournal
import CadrePlanning
import Logging
import ZeroMQ

/// Starts a node: journal, what it holds, plans of that, sockets. Nothing is bound before the plans are there, so that
/// whoever connects gets them. Source: ARCHITECTURE; ZEROMQ § 6 (the lock comes before the sockets).
struct NodeStart {
    let configuration: DaemonConfiguration
    let health: NodeHealth
    let meters: NodeMeters
    let stopping: StopSignal
    let logger: Logger

    /// The daemon was stopped before it was ready.
    struct Stopped: Error {}

    func run() async throws -> RunningNode {
        let journal = try await Journal.open(folder: configuration.data, sameData: EventReader.haveSameData)
        do {
            return try await start(journal)
        } catch {
            // What was thrown is what the operator must know of; that closing failed as well adds nothing.
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
        let threads = PlanningThreads(count: DaemonLimits.plansAtOnce)
        let publisher = Publisher(on: answerThread, meters: meters, logger: logger)
        let surroundings = MissionSurroundings(
            node: configuration.node, publisher: publisher, threads: threads,
            shelfWeightMax: configuration.planBytesKept, samples: configuration.samples,
            verification: configuration.planningVerify, meters: meters, logger: logger)
        let missions = MissionDirectory(surroundings)
        let watch = Task {
            await stopping.wait()
            if !Task.isCancelled { surroundings.stop() }
        }
        await missions.restore(restored.missions.values.sorted { $0.mission < $1.mission })
        watch.cancel()

        let queue = SubmissionQueue()
        let loss = LossWatch(
            node: configuration.node, started: started, tracker: restored.tracker, publisher: publisher, meters: meters,
            logger: logger)
        let reading = SharedReading(
            SubmissionReader(
                limits: ContractLimits(messageBytesMax: configuration.limits.messageBytes), authority: .trusted,
                missions: configuration.missions))
        let gate = Gate(
            journal: journal, queue: queue, register: restored.register, lastRejection: restored.lastRejection,
            outlets: GateOutlets(node: configuration.node, missions: missions, loss: loss, publisher: publisher),
            probe: DiskProbe(folder: configuration.data, threads: threads), health: health, meters: meters,
            logger: logger)
        let status = StatusReporter(
            node: configuration.node, started: started, missions: missions, loss: loss, publisher: publisher,
            meters: meters)
        let questions = QuestionDesk(
            missions: missions, journal: JournaledPast(reader: readers.replay, logger: logger),
            surroundings: surroundings, reading: reading, limits: configuration.limits.ofEntities)
        let desk = ControlDesk(
            queue: queue, missions: missions, questions: questions, reader: readers.answers, health: health,
            status: { await status.now() }, logger: logger)
        let sockets = NodeSockets(
            context: context, eventThread: eventThread, answerThread: answerThread,
            intake: Intake(on: eventThread, queue: queue, meters: meters, logger: logger), publisher: publisher,
            control: ControlServer(
                on: answerThread, desk: desk, limits: reading.reader.limits, requestsMax: configuration.limits.requests,
                meters: meters, logger: logger))

        let endpoints: NodeStatus.Endpoints
        do {
            guard !stopping.isGiven else { throw Stopped() }
            endpoints = try await sockets.bind(configuration)
        } catch {
            await sockets.close()
            threads.stop()
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
                gate: gate, missions: missions, surroundings: surroundings, loss: loss, status: status, keeper: keeper,
                keepingSeconds: configuration.keepingSeconds),
            endpoints: endpoints, logger: logger)
    }

    private func restore(_ readers: NodeReaders) async throws -> JournalRestoration {
        let empty = JournalRestoration(
            register: EntityRegister(limits: configuration.limits.ofEntities), tracker: configuration.lossTracker)
        let restoration = try await JournalRestoration.restore(empty, readers.replay, readers.snapshots) {
            done, total throws(Stopped) in
            if stopping.isGiven { throw Stopped() }
            health.enter(.replaying(done: done, of: total))
        }
        switch restoration.origin {
        case .snapshot(let sequence):
            logger.info("the journal is read from a snapshot on", metadata: ["sequence": "\(sequence)"])
        case .beginning(let reason):
            logger.info("the whole journal is read: no snapshot is used", metadata: ["reason": "\(reason)"])
        }
        if !restoration.unreadable.isEmpty {
            logger.error(
                "the journal holds events that cannot be read; figures lack them: run `cadre journal verify`",
                metadata: ["sequences": "\(restoration.unreadable)"])
        }
        return restoration
    }
}

extension DaemonConfiguration {
    /// A tracker that has heard nothing yet.
    var lossTracker: LossTracker {
        LossTracker(replayed: Set(replay.keys), judged: missions.map { .missions($0) } ?? .everybody)
    }
}
