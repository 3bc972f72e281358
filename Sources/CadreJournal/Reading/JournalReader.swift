import GRDB
import Threading

/// A reader of the journal, also while a daemon writes it.
///
/// It has a separate connection, which sees committed batches only, and a dedicated thread, so that readers and appends
/// do not wait for each other. Open one reader per task that must not wait for another (queries, replay, verification).
/// A reader never writes to the journal.
public actor JournalReader {
    private let thread: ThreadExecutor<WakeUpLoop>
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// The path of the database.
    let database: String
    private var queue: DatabaseQueue?

    private init(database: String) throws(JournalError) {
        thread = try .forDisk(name: "cadre-read", path: database)
        self.database = database
    }

    deinit { thread.stop() }

    /// Opens the journal of a data folder for reading.
    /// - Throws: `missing` if the folder contains no journal; reading never creates one.
    public static func open(folder: String) async throws(JournalError) -> JournalReader {
        try await open(file: JournalFolder(path: folder).database)
    }

    /// Opens a journal by its file, such as a backup.
    public static func open(file: String) async throws(JournalError) -> JournalReader {
        let reader = try JournalReader(database: file)
        try await reader.start()
        return reader
    }

    private func start() throws(JournalError) {
        queue = try Connection.forReading(database)
    }

    /// Closes the reader. Later calls fail with `closed`; a second call has no effect.
    public func close() throws(JournalError) {
        guard let queue else { return }
        self.queue = nil
        do { try queue.close() } catch { throw JournalError(error, path: database) }
    }

    /// Runs `body` in one read transaction, so that it sees one consistent state.
    func read<Value>(_ body: (Database) throws -> Value) throws(JournalError) -> Value {
        guard let queue else {
            throw JournalError(.closed, path: database, detail: "the journal is closed")
        }
        do {
            return try queue.read { db in try body(db) }
        } catch {
            throw JournalError(error, path: database)
        }
    }
}
