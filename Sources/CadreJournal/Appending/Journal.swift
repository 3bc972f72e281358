import GRDB
import Threading

/// The journal of a daemon, open for writing: appends batches, each in one transaction that is on the disk when
/// `append` returns. Source: ARCHITECTURE § 6.
///
/// One process at a time; reading goes on beside it through `JournalReader`. It blocks on the disk, on a thread of its
/// own.
public actor Journal {
    /// Whether two events' bytes carry the same `data`, as JSON values. Source: CONTRACT § 9. Called on the journal's
    /// thread, and only where the bytes differ.
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
    /// Where the next row goes; `nil` until it is read, and after a failure, when only the disk knows.
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

    /// Opens the journal in a data folder, making both where they are not there, and locks it against other writers.
    ///
    /// After a crash it holds what was committed, no more and no less.
    /// - Parameter folder: Path of the data folder; the journal is `journal.sqlite` in it.
    public static func open(
        folder: String, sameData: @escaping DataComparison
    ) async throws(JournalError) -> Journal {
        try await open(folder: folder, sameData: sameData, rejectionBounds: Limits.rejections)
    }

    /// As `open(folder:sameData:)`, with other bounds for rejections: a test does not write 256 MiB.
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

    /// The sequence of the newest event, 0 where there is none.
    public func newest() throws(JournalError) -> Int {
        try transaction { _, writer in writer.end.sequence }
    }

    /// Appends a batch, all of it or nothing: one transaction, one sync of the disk.
    ///
    /// Events get the next sequences in the order given. A second arrival of a source and id, also within the batch, is a
    /// duplicate or a conflict; a conflict, and a new event over a limit, is kept as a rejection in the same transaction.
    /// - Parameter rejections: What was not even to be judged by the journal: kept, and counted by reason.
    /// - Returns: What became of each arrival, in order; to be told to others only now.
    /// - Throws: Nothing of the batch is there then; append it again when the cause is gone.
    public func append(
        _ arrivals: [Arrival], rejections: [Rejection] = []
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
                    try refused.write(Rejection(arrival, reason: "conflict", detail: detail))
                case .overLimit(let detail):
                    try refused.write(Rejection(arrival, reason: "limit", detail: detail))
                }
                outcomes.append(outcome)
            }
            try refused.finish()
            return outcomes
        }
    }

    /// Carries the write-ahead log into the database and gives up the lock. The journal is of no more use then.
    /// - Throws: The log could not be carried over; everything is on the disk all the same, and the next opening finds it.
    public func close() throws(JournalError) {
        guard case .open(let queue, let lock) = state else { return }
        state = .closed
        end = nil
        // To the very end: nobody may open it while it is being closed.
        defer { withExtendedLifetime(lock) {} }
        do {
            // As far as readers let it, without waiting for them: what they hold up is done at the next opening.
            _ = try queue.writeWithoutTransaction { db in try db.checkpoint(.passive) }
            try queue.close()
        } catch {
            throw JournalError(error, path: folder.database)
        }
    }

    /// One transaction of writing; where it throws, nothing of it happened.
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
