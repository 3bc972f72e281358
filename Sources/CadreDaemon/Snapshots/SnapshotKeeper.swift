import CadreContract
import CadreJournal
import CadrePlanning
import Logging
import Threading

/// Writes the state of missions and sequence numbers as a snapshot from time to time, so that the next start need not read
/// the whole journal. Source: ARCHITECTURE § 6.
///
/// The state is that of one exact sequence: it is read between two deliveries. A failure costs the next start time, and
/// has no other effect.
actor SnapshotKeeper {
    private let missions: MissionDirectory
    private let loss: LossWatch
    private let store: SnapshotStore
    /// The thread on which thousands of sequences are sorted and written, which is too long for the cooperative pool.
    private let threads: ThreadPool
    private let meters: NodeMeters
    private let logger: Logger
    private var schedule: SnapshotSchedule
    /// The newest sequence that is delivered.
    private var sequence: Int
    private var writing: Task<Void, Never>?

    /// Creates a keeper of restored state.
    /// - Parameter sequence: The sequence up to which missions and sequence numbers are restored.
    init(
        _ schedule: SnapshotSchedule, at sequence: Int, missions: MissionDirectory, loss: LossWatch,
        store: SnapshotStore, threads: ThreadPool, meters: NodeMeters, logger: Logger
    ) {
        self.schedule = schedule
        self.sequence = sequence
        self.missions = missions
        self.loss = loss
        self.store = store
        self.threads = threads
        self.meters = meters
        self.logger = logger
    }

    /// Writes a snapshot if one is due. Missions and sequence numbers must be those of the newest sequence until this
    /// returns; the snapshot is written afterwards.
    func deliver(through newest: Int) async {
        sequence = newest
        guard schedule.begin(at: sequence, .now) else { return }
        let state = await state()
        writing = Task { await write(state) }
    }

    /// Writes a last snapshot, if there is time. Call it after the last delivery.
    func finish(before deadline: ContinuousClock.Instant) async {
        await writing?.value
        guard ContinuousClock.now < deadline, schedule.beginLast(at: sequence) else { return }
        await write(await state())
    }

    /// Returns the state at the newest sequence, or `nil` if the sequence numbers are already those of later events, as
    /// after a change of the tracked missions.
    private func state() async -> JournaledState? {
        let sequence = sequence
        guard let tracker = await loss.journaledNumbers(through: sequence) else { return nil }
        return JournaledState(sequence: sequence, missions: await missions.documents, tracker: tracker)
    }

    private func write(_ state: JournaledState?) async {
        defer { schedule.end() }
        guard let state else { return }
        do throws(JournalError) {
            try await withTaskExecutorPreference(threads) { () throws(JournalError) in try await store(state) }
            logger.debug("snapshot written", metadata: ["sequence": "\(state.sequence)"])
        } catch {
            meters.countSnapshotFailure()
            logger.warning(
                "writing the snapshot failed; the next start takes longer", metadata: ["error": "\(error)"])
        }
    }

    @concurrent private nonisolated func store(_ state: JournaledState) async throws(JournalError) {
        let snapshot = SnapshotState(state)
        try await store.write(sequence: state.sequence, version: SnapshotState.version, payload: snapshot.payload)
    }
}
