import CadreContract
import CadreJournal
import CadrePlanning
import Logging

/// What the journal says of the past, read once at start: the state of every mission, who stands where, and which
/// numbers have come.
struct JournalRestoration {
    /// From where the journal was read.
    enum Origin: Equatable {
        case snapshot(sequence: Int)
        /// From its beginning, and why.
        case beginning(reason: String)
    }

    /// What the events alone say.
    private(set) var state: JournaledState
    private(set) var register: EntityRegister
    /// What was heard of events and of rejections.
    private(set) var tracker: LossTracker
    /// Number of the newest rejection that is kept.
    private(set) var lastRejection = 0
    private(set) var origin = Origin.beginning(reason: "no snapshot")

    init(register: EntityRegister, tracker: LossTracker) {
        state = JournaledState(tracker: tracker)
        self.register = register
        self.tracker = tracker
    }

    var missions: [ID<Mission>: CurrentDocuments] { state.missions }
    /// Events that could not be read back: damage, to be told.
    var unreadable: [Int] { state.unreadable }

    /// The sequence that the snapshot covers; 0 where none is used.
    var covered: Int {
        switch origin {
        case .snapshot(let sequence): sequence
        case .beginning: 0
        }
    }

    /// Reads the snapshot and what came after it; all of the journal where there is none that fits.
    /// - Parameter progress: Told how many events are done, of how many; ends the reading by throwing `Stop`.
    static func restore<Stop: Error>(
        _ empty: JournalRestoration, _ reader: JournalReader, _ store: SnapshotStore,
        progress: (Int, Int) throws(Stop) -> Void
    ) async throws -> JournalRestoration {
        do {
            var restoration = empty
            try await restoration.takeUp(store, reader, progress)
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

    /// Reads all that is not read yet.
    /// - Parameter progress: Told how many events are done, of how many; ends the reading by throwing.
    mutating func read(_ reader: JournalReader, progress: (Int, Int) throws -> Void) async throws {
        let total = try await reader.newest()
        for try await entries in reader.replay(after: state.sequence, through: total) {
            for entry in entries {
                if let event = state.take(entry) { register.note(event) }
            }
            try progress(entries.last?.sequence ?? total, total)
        }
        tracker = state.tracker
        try await readRejections(reader)
    }

    private mutating func takeUp(
        _ store: SnapshotStore, _ reader: JournalReader, _ progress: (Int, Int) throws -> Void
    ) async throws {
        switch await store.read(version: KeptState.version) {
        case .none(let reason): throw UnfitSnapshot(reason)
        case .snapshot(let sequence, let payload):
            let kept = try KeptState(sequence: sequence, payload: payload)
            state = try await kept.restored(from: reader, tracker: tracker, progress: progress)
            for (mission, documents) in state.missions {
                for current in documents.current.values {
                    register.note(Event(mission: mission, stamp: current.stamp, document: current.document))
                }
            }
            origin = .snapshot(sequence: sequence)
        }
    }

    /// What was taken up must be the journal's: each mission of it, up to its newest event.
    private func check(_ reader: JournalReader) async throws {
        guard unreadable.isEmpty else { throw UnfitSnapshot("events after it cannot be read") }
        let revisions = try await reader.revisions()
        guard revisions.count == missions.count,
            revisions.allSatisfy({ missions[ID($0.mission)]?.revision == $0.sequence })
        else { throw UnfitSnapshot("its missions differ from the journal's") }
    }

    /// A number is seen once its event was read, whatever became of it (CONTRACT § 5): those of rejected events are
    /// read again from what was kept of them.
    private mutating func readRejections(_ reader: JournalReader) async throws(JournalError) {
        lastRejection = try await reader.rejections(limit: 1).first?.number ?? 0
        var before: Int?
        var done = 0
        while done < DaemonLimits.rejectionsReread {
            let page = try await reader.rejections(before: before, limit: 1_000)
            guard let last = page.last else { return }
            for kept in page where kept.rejection.reason != RejectionReason.notAuthorised.rawValue {
                take(kept.rejection)
            }
            before = last.number
            done += page.count
        }
    }

    private mutating func take(_ rejection: RejectedPayload) {
        // What has no id was no event that could be read, and has no number either.
        guard rejection.id != nil else { return }
        for reading in EventReader().read(payload: rejection.bytes) {
            switch reading {
            case .event(let event):
                if let number = event.sourceSequence { hear(event.event.stamp.source, event.epoch, number) }
            case .rejected(let rejection):
                if let source = rejection.source, let number = rejection.sourceSequence {
                    hear(source, rejection.epoch, number)
                }
            case .head: break
            }
        }
    }

    private mutating func hear(_ source: String, _ epoch: String, _ number: UInt64) {
        _ = tracker.received(number, of: LossTracker.Stream(source: source, epoch: epoch))
    }
}
