import GRDB
import Threading

/// The journal of a daemon, open for writing. It appends batches, each in one transaction that is durable when
/// `append` returns. Source: ARCHITECTURE § 6.
///
/// Only one process can have it open for writing; `JournalReader` reads it concurrently. It performs blocking disk I/O
/// on a dedicated thread.
public actor Journal {
    /// A function that returns whether two events have equal `data` as JSON values. Source: CONTRACT § 9.
    ///
    /// The journal calls it on its own thread, and only if the bytes differ.
    public typealias DataComparison = @Sendable (_ stored: [UInt8], _ arrived: [UInt8]) -> Bool

    private enum State {
        case opening
        case open(DatabaseQueue, WriterLock)
        case closed
    }

    private let thread: ThreadExecutor<WakeUpLoop>
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let folder: JournalFolder
    private let sameData: DataComparison
    private let rejectionBounds: RejectionBounds
    private var state = State.opening
    /// The end of the journal, or `nil` if it must be read from the database: before the first append and after a
    /// failure.
    private var end: JournalEnd?

    private init(
        folder: JournalFolder, sameData: @escaping DataComparison, rejectionBounds: RejectionBounds
    ) throws(JournalError) {
        thread = try .forDisk(name: "cadre-journal", path: folder.path)
        self.folder = folder
        self.sameData = sameData
        self.rejectionBounds = rejectionBounds
    }

    deinit { thread.stop() }

    /// Opens the journal in a data folder, creates both if missing, and locks it against other writers.
    ///
    /// After a crash it contains exactly the committed batches.
    /// - Parameters:
    ///   - folder: The path of the data folder; the journal is its file `journal.sqlite`.
    ///   - sameData: The comparison of the `data` of two events.
    /// - Throws: `locked` if another process has it open for writing; `notAJournal`, `newerVersion` or a cause of the
    ///   file system.
    public static func open(
        folder: String, sameData: @escaping DataComparison
    ) async throws(JournalError) -> Journal {
        try await open(folder: folder, sameData: sameData, rejectionBounds: JournalLimits.rejections)
    }

    /// Opens the journal with other bounds for rejections, because a test should not write 256 MiB.
    static func open(
        folder: String, sameData: @escaping DataComparison, rejectionBounds: RejectionBounds
    ) async throws(JournalError) -> Journal {
        let folder = JournalFolder(path: folder)
        let journal = try Journal(folder: folder, sameData: sameData, rejectionBounds: rejectionBounds)
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
    /// Events get consecutive sequences in the order of `arrivals`. A repeated source and id, also within the batch, is
    /// a duplicate or a conflict. A conflict, or a new event that exceeds a limit, is stored as a rejection in the same
    /// transaction.
    /// - Parameters:
    ///   - arrivals: The events to append.
    ///   - rejections: Payloads that were rejected before they reached the journal; stored, and counted by reason.
    /// - Returns: The outcome of each arrival, in order. Do not report an outcome before `append` returns.
    /// - Throws: An error after which the journal contains no part of the batch; append it again after the cause is
    ///   removed.
    public func append(
        _ arrivals: [Arrival], rejections: [RejectedPayload] = []
    ) throws(JournalError) -> [AppendOutcome] {
        try transaction { db, writer in
            var refused = RejectionWriter(db, bounds: rejectionBounds)
            for rejection in rejections { try refused.write(rejection) }
            var outcomes: [AppendOutcome] = []
            outcomes.reserveCapacity(arrivals.count)
            for arrival in arrivals {
                let outcome = try writer.write(arrival)
                switch outcome {
                case .accepted, .duplicate: break
                case .conflict(_, let detail):
                    try refused.write(RejectedPayload(arrival, reason: "conflict", detail: detail))
                case .overLimit(let detail):
                    try refused.write(RejectedPayload(arrival, reason: "limit", detail: detail))
                }
                outcomes.append(outcome)
            }
            try refused.finish()
            return outcomes
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
                var writer = try EventWriter(db, end: try known ?? JournalEnd(db), sameData: sameData)
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
