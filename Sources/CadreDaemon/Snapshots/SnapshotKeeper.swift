import CadreContract
import CadreJournal
import CadrePlanning
import Logging

/// Follows the journal with a state of its own, and writes that down from time to time, so that the next start need not
/// read everything. Source: ARCHITECTURE § 6.
///
/// It reads what is committed, behind everybody and at a bounded pace: no event waits for it, and what it keeps is
/// what a replay would give. Whatever fails costs the next start time, and nothing else.
actor SnapshotKeeper {
    private let reader: JournalReader
    private let store: SnapshotStore
    private let logger: Logger
    private let meters: NodeMeters
    private var state: JournaledState
    /// What the snapshot covers, or the last attempt to write one.
    private var attempted: Int

    /// - Parameters:
    ///   - state: What was restored, from which it goes on.
    ///   - covered: The sequence of the snapshot that is there; 0: none that can be used.
    init(
        _ state: JournaledState, covered: Int, reader: JournalReader, store: SnapshotStore, meters: NodeMeters,
        logger: Logger
    ) {
        self.state = state
        self.reader = reader
        self.store = store
        self.meters = meters
        self.logger = logger
        attempted = covered
    }

    /// Follows until its task is cancelled.
    func run() async {
        while !Task.isCancelled {
            do {
                try await Task.sleep(for: .seconds(DaemonLimits.snapshotTurnSeconds))
            } catch {
                return
            }
            _ = await follow()
            if state.sequence - attempted >= DaemonLimits.snapshotEvents { await write() }
        }
    }

    /// Follows to the end of the journal and writes it down, as far as there is time: what is written early covers
    /// less, and is as good. To be called once `run` has ended.
    func finish(before deadline: ContinuousClock.Instant) async {
        while ContinuousClock.now < deadline, await follow() {}
        if state.sequence > attempted, ContinuousClock.now < deadline { await write() }
    }

    /// - Returns: Whether there may be more.
    private func follow() async -> Bool {
        do throws(JournalError) {
            let entries = try await reader.entries(after: state.sequence, rows: DaemonLimits.snapshotEventsPerTurn)
            for entry in entries { state.apply(entry) }
            return entries.count == DaemonLimits.snapshotEventsPerTurn
        } catch {
            fail("the snapshot's reader cannot read the journal", error)
            return false
        }
    }

    private func write() async {
        // A damaged journal is replayed whole at every start, and told each time.
        guard state.unreadable.isEmpty else { return }
        attempted = state.sequence
        do throws(JournalError) {
            let kept = KeptState(state)
            try await store.write(sequence: kept.sequence, version: KeptState.version, payload: kept.payload)
            logger.debug("snapshot written", metadata: ["sequence": "\(kept.sequence)"])
        } catch {
            fail("writing the snapshot failed; the next start takes longer", error)
        }
    }

    private func fail(_ text: Logger.Message, _ error: JournalError) {
        meters.countSnapshotFailure()
        logger.warning(text, metadata: ["error": "\(error)"])
    }
}
