import GRDB
import Threading

/// Reads the journal, also while a daemon writes it: from a connection of its own that sees what is committed, and on a
/// thread of its own, so that it waits for no append and no append for it.
///
/// Open one for each work that must not wait for another (answers; replay; verification). It never writes to what it reads.
public actor JournalReader {
    private let thread: ThreadExecutor<WakeUpLoop>
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// Path of the database that is read.
    let database: String
    private var queue: DatabaseQueue?

    private init(database: String) throws(JournalError) {
        thread = try .forDisk(name: "cadre-read", path: database)
        self.database = database
    }

    deinit { thread.stop() }

    /// Opens the journal of a data folder for reading.
    /// - Throws: `missing` where there is none: reading does not make one.
    public static func open(folder: String) async throws(JournalError) -> JournalReader {
        try await open(file: JournalFolder(path: folder).database)
    }

    /// Opens a journal by its file: a backup.
    public static func open(file: String) async throws(JournalError) -> JournalReader {
        let reader = try JournalReader(database: file)
        try await reader.start()
        return reader
    }

    private func start() throws(JournalError) {
        queue = try Connection.forReading(database)
    }

    public func close() throws(JournalError) {
        guard let queue else { return }
        self.queue = nil
        do { try queue.close() } catch { throw JournalError(error, path: database) }
    }

    /// Reads in one transaction: all that `body` sees is of one moment.
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
