import CadreContract
import CadreJournal
import CadrePlanning
import Logging

/// The state that a start restores from snapshot and journal: the missions, and the received sequence numbers.
struct JournalRestoration {
    /// The point from which the journal was read.
    enum Origin: Equatable {
        case snapshot(sequence: Int)
        /// The beginning of the journal, with the reason for which no snapshot was used.
        case beginning(reason: String)
    }

    /// The state of the accepted events.
    private(set) var state: JournaledState
    /// The received numbers of accepted and of rejected events.
    private(set) var tracker: LossTracker
    private(set) var origin = Origin.beginning(reason: "no snapshot")

    /// Creates an empty state.
    /// - Parameter tracker: A tracker without received numbers.
    init(tracker: LossTracker) {
        state = JournaledState(tracker: tracker)
        self.tracker = tracker
    }

    var missions: [ID<Mission>: CurrentDocuments] { state.missions }
    /// The sequences of events that cannot be parsed, which is damage.
    var unreadable: [Int] { state.unreadable }

    /// The sequence that the snapshot covers, or 0 if none is used.
    var covered: Int {
        switch origin {
        case .snapshot(let sequence): sequence
        case .beginning: 0
        }
    }

    /// Reads the snapshot and the later events, or the whole journal if there is no snapshot that fits.
    /// - Parameter progress: Receives the number of events done and their total; it can throw `Stop` to end the reading.
    static func restore<Stop: Error>(
        _ empty: JournalRestoration, _ reader: JournalReader, _ store: SnapshotStore,
        progress: (Int, Int) throws(Stop) -> Void
    ) async throws -> JournalRestoration {
        do {
            var restoration = empty
            try await restoration.restore(from: store, reader, progress)
            try await restoration.read(reader, progress: progress)
            try await restoration.check(reader)
            return restoration
        } catch let stop as Stop {
            throw stop
        } catch {
            var restoration = empty
            restoration.origin = .beginning(reason: (error as? UnfitSnapshot)?.reason ?? "\(error)")
            try await restoration.read(reader, progress: progress)
            return restoration
        }
    }

    /// Reads the events that are not read yet.
    /// - Parameter progress: Receives the number of events done and their total; it can throw to end the reading.
    mutating func read(_ reader: JournalReader, progress: (Int, Int) throws -> Void) async throws {
        let total = try await reader.newest()
        for try await entries in reader.replay(after: state.sequence, through: total) {
            for entry in entries { state.apply(entry) }
            try progress(entries.last?.sequence ?? total, total)
        }
        tracker = state.tracker
        try await readRejections(reader)
    }

    private mutating func restore(
        from store: SnapshotStore, _ reader: JournalReader, _ progress: (Int, Int) throws -> Void
    ) async throws {
        switch await store.read(version: SnapshotState.version) {
        case .none(let reason): throw UnfitSnapshot(reason)
        case .snapshot(let sequence, let payload):
            let snapshot = try SnapshotState(sequence: sequence, payload: payload)
            state = try await snapshot.restored(from: reader, tracker: tracker, progress: progress)
            origin = .snapshot(sequence: sequence)
        }
    }

    /// Checks that the restored state is the journal's: each of its missions, up to its newest event.
    private func check(_ reader: JournalReader) async throws {
        guard unreadable.isEmpty else { throw UnfitSnapshot("events after it cannot be read") }
        let revisions = try await reader.revisions()
        guard revisions.count == missions.count,
            revisions.allSatisfy({ missions[ID($0.mission)]?.revision == $0.sequence })
        else { throw UnfitSnapshot("its missions differ from the journal's") }
    }

    /// Receives the numbers of rejected events again: a rejected event uses up its number. Source: CONTRACT § 5.
    private mutating func readRejections(_ reader: JournalReader) async throws(JournalError) {
        var before: Int?
        var done = 0
        while done < DaemonLimits.rejectionsReread {
            let page = try await reader.rejections(before: before, limit: 1_000)
            guard let last = page.last else { return }
            for stored in page where stored.rejection.reason != RejectionReason.notAuthorised.rawValue {
                apply(stored.rejection)
            }
            before = last.number
            done += page.count
        }
    }

    private mutating func apply(_ rejection: RejectedPayload) {
        // Without an id it was no event that could be parsed, and has no number.
        guard rejection.id != nil else { return }
        for reading in EventReader().read(payload: rejection.bytes) {
            switch reading {
            case .event(let event):
                if let number = event.sourceSequence { receive(event.event.stamp.source, event.epoch, number) }
            case .rejected(let rejection):
                if let source = rejection.source, let number = rejection.sourceSequence {
                    receive(source, rejection.epoch, number)
                }
            case .head: break
            }
        }
    }

    private mutating func receive(_ source: String, _ epoch: String, _ number: UInt64) {
        _ = tracker.receive(number, of: LossTracker.Stream(source: source, epoch: epoch))
    }
}
