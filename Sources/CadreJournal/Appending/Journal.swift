import CadreContract
import GRDB
import Threading

/// The journal of a daemon, open for writing. It appends batches, each in one transaction that is durable when
/// `append` returns. Source: ARCHITECTURE § 6.
///
/// Only one process can have it open for writing; `JournalReader` reads it concurrently. It performs blocking disk I/O
/// on a dedicated thread.
public actor Journal {
    private enum State {
        case opening
        case open(DatabaseQueue, WriterLock)
        case closed
    }

    private let thread: ThreadExecutor<WakeUpLoop>
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let folder: JournalFolder
    private let rejectionBounds: RejectionBounds
    private var state = State.opening
    /// The end of the journal, or `nil` if it must be read from the database: before the first append and after a
    /// failure.
    private var end: JournalEnd?

    private init(folder: JournalFolder, rejectionBounds: RejectionBounds) throws(JournalError) {
        thread = try .forDisk(name: "cadre-journal", path: folder.path)
        self.folder = folder
        self.rejectionBounds = rejectionBounds
    }

    deinit { thread.stop() }

    /// Opens the journal in a data folder, creates both if missing, and locks it against other writers.
    ///
    /// After a crash it contains exactly the committed batches.
    /// - Parameter folder: The path of the data folder; the journal is its file `journal.sqlite`.
    /// - Throws: `locked` if another process has it open for writing; `notAJournal`, `newerVersion` or a cause of the
    ///   file system.
    public static func open(folder: String) async throws(JournalError) -> Journal {
        try await open(folder: folder, rejectionBounds: JournalLimits.rejections)
    }

    /// Opens the journal with other bounds for rejections, because a test should not write 256 MiB.
    static func open(folder: String, rejectionBounds: RejectionBounds) async throws(JournalError) -> Journal {
        let folder = JournalFolder(path: folder)
        let journal = try Journal(folder: folder, rejectionBounds: rejectionBounds)
        try await journal.start()
        return journal
    }

    private func start() throws(JournalError) {
        try folder.create()
        let lock = try WriterLock(folder.lock)
        state = .open(try Connection.forWriting(folder.database), lock)
    }

    /// Returns the sequence of the newest event, or 0 if the journal is empty.
    public func newest() throws(JournalError) -> Int {
        try transaction { _, writer in writer.end.sequence }
    }

    /// Appends a batch atomically: one transaction, one sync of the disk.
    ///
    /// Events get consecutive sequences in the order of the batch. A repeated source and id, also within the batch, is
    /// a duplicate or a conflict, which take precedence over the verdict of an evaluated event. Rejections are stored in the
    /// same transaction and counted by reason: first those of the reader, then those of events.
    /// - Parameter batch: The events, evaluated or not. Afterwards all are committed; do not report an outcome before.
    /// - Throws: An error after which the journal contains no part of the batch, and all its events are at the stage
    ///   `read`; append it again after the cause is removed.
    public func append(_ batch: inout [PendingEvent]) throws(JournalError) {
        guard batch.contains(where: \.isJournaled) else {
            for index in batch.indices { batch[index].stage = .committed(.head) }
            return
        }
        do throws(JournalError) {
            try transaction { db, writer in
                var rejections = RejectionWriter(db, bounds: rejectionBounds)
                for index in batch.indices {
                    guard case .rejected(let rejection) = batch[index].reading else { continue }
                    let number = try rejections.write(RejectedPayload(batch[index], rejection))
                    batch[index].stage = .committed(.rejected(rejection, number: number))
                }
                for index in batch.indices {
                    switch batch[index].reading {
                    case .rejected: continue
                    case .head: batch[index].stage = .committed(.head)
                    case .event(let received):
                        let outcome = try Self.append(received, &batch[index], &writer, &rejections)
                        batch[index].stage = .committed(outcome)
                    }
                }
                try rejections.finish()
            }
        } catch {
            for index in batch.indices { batch[index].stage = .read }
            throw error
        }
    }

    private static func append(
        _ received: ReceivedEvent, _ pending: inout PendingEvent, _ writer: inout EventWriter,
        _ rejections: inout RejectionWriter
    ) throws -> PendingEvent.Outcome {
        var verdict = MissionAcceptance.Verdict.new
        if case .evaluated(let evaluated) = pending.stage { verdict = evaluated }
        var decision = verdict.decision(on: received)
        let known: AcceptedEvent?
        switch decision {
        case .accept(let isSuperseded):
            known = try writer.append(
                EventRow(
                    event: received, topic: pending.topic ?? Topic.of(received.event), name: pending.name,
                    received: pending.received, isSuperseded: isSuperseded))
        case .skip, .reject:
            // It is not appended, but it may be a duplicate.
            known = try writer.find(received.event.stamp)
        }
        if let known {
            decision = MissionAcceptance.Verdict(of: received, repeating: known).decision(on: received)
        }
        switch decision {
        case .accept(isSuperseded: false): return .accepted(sequence: writer.end.sequence)
        case .accept(isSuperseded: true): return .superseded(sequence: writer.end.sequence)
        case .skip(let sequence): return .duplicate(sequence: sequence)
        case .reject(let rejection):
            return .rejected(rejection, number: try rejections.write(RejectedPayload(pending, rejection)))
        }
    }

    /// Checkpoints the write-ahead log, closes the database and releases the lock. Later calls fail with `closed`.
    /// - Throws: An error if the checkpoint failed. All events are durable nevertheless, and the next opening recovers
    ///   them.
    public func close() throws(JournalError) {
        guard case .open(let queue, let lock) = state else { return }
        state = .closed
        end = nil
        // Keeps the lock until the end, so that no process opens the journal while it is being closed.
        defer { withExtendedLifetime(lock) {} }
        do {
            // Passive: the checkpoint does not wait for readers; the next opening completes it.
            _ = try queue.writeWithoutTransaction { db in try db.checkpoint(.passive) }
            try queue.close()
        } catch {
            throw JournalError(error, path: folder.database)
        }
    }

    /// Runs a write transaction, which is rolled back if it throws.
    func transaction<Result: Sendable>(
        _ body: (Database, inout EventWriter) throws -> Result
    ) throws(JournalError) -> Result {
        guard case .open(let queue, _) = state else {
            throw JournalError(.closed, path: folder.database, detail: "the journal is closed")
        }
        let known = end
        end = nil
        do {
            var result: Result?
            var newEnd: JournalEnd?
            try queue.inTransaction(.immediate) { db in
                var writer = try EventWriter(db, end: try known ?? JournalEnd(db))
                result = try body(db, &writer)
                newEnd = writer.end
                return .commit
            }
            end = newEnd
            guard let result else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
            return result
        } catch {
            throw JournalError(error, path: folder.database)
        }
    }
}
