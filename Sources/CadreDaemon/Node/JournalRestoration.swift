import CadreContract
import CadreJournal
import CadrePlanning
import Logging

/// What the journal says of the past, read once at start: the state of every mission, who stands where, and which
/// numbers have come.
struct JournalRestoration {
    private(set) var missions: [ID<Mission>: StandingDocuments] = [:]
    private(set) var register: EntityRegister
    private(set) var tracker: LossTracker
    /// Number of the newest rejection that is kept.
    private(set) var lastRejection = 0
    /// Events that could not be read back: damage, to be told.
    private(set) var unreadable: [Int] = []

    private static let unreadableMax = 100

    init(register: EntityRegister, tracker: LossTracker) {
        self.register = register
        self.tracker = tracker
    }

    /// Reads it all.
    /// - Parameter progress: Told how many events are done, of how many; ends the reading by throwing.
    mutating func read(_ reader: JournalReader, progress: (Int, Int) throws -> Void) async throws {
        let total = try await reader.newest()
        for try await entries in reader.replay(through: total) {
            for entry in entries { take(entry) }
            try progress(entries.last?.sequence ?? total, total)
        }
        try await readRejections(reader)
    }

    private mutating func take(_ entry: JournalEntry) {
        guard let received = entry.readEvent else {
            if unreadable.count < Self.unreadableMax { unreadable.append(entry.sequence) }
            return
        }
        register.note(received.event)
        let mission = received.event.mission
        missions[mission, default: StandingDocuments(mission: mission)].join(received.event, sequence: entry.sequence)
        if let number = entry.sourceSequence {
            _ = tracker.received(number, of: LossTracker.Stream(source: entry.source, epoch: entry.epoch))
        }
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

    private mutating func take(_ rejection: CadreJournal.Rejection) {
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
