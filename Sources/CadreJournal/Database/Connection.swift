import GRDB

/// Opens the database of a journal as it has to be opened: durable to write, or read-only beside a writer.
enum Connection {
    /// Opens for writing; creates the journal where there is none, and brings an earlier version up to date.
    static func forWriting(_ path: String) throws(JournalError) -> DatabaseQueue {
        // SQLite gives its log and shared memory the rights of the database.
        try restrictToOwner(path)
        for suffix in ["-wal", "-shm"] where exists(path + suffix) { try restrictToOwner(path + suffix) }
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(Limits.busySeconds)
            configuration.foreignKeysEnabled = false
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            // Nothing is changed, not even the page size, before the file is known to be ours.
            let isNew = try queue.writeWithoutTransaction { db in try isEmpty(db) }
            if !isNew { try queue.writeWithoutTransaction { db in try checkVersion(db, path: path) } }
            try queue.writeWithoutTransaction { db in
                try makeDurable(db, path: path)
                if isNew { try db.execute(sql: "PRAGMA application_id = \(JournalSchema.applicationID)") }
            }
            try JournalSchema.migrator.migrate(queue)
            if isNew { try syncFolder(of: path) }
            return queue
        } catch {
            throw JournalError(error, path: path)
        }
    }

    /// Opens for reading only, also while a daemon writes.
    static func forReading(_ path: String) throws(JournalError) -> DatabaseQueue {
        guard exists(path) else { throw JournalError(.missing, path: path, detail: "there is no journal") }
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(Limits.busySeconds)
            configuration.foreignKeysEnabled = false
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.unsafeRead { db in
                try db.execute(sql: "PRAGMA cache_size = -\(Limits.readerCacheKiB)")
                if try isEmpty(db) { throw JournalError(.missing, path: path, detail: "the journal is not yet begun") }
                try checkVersion(db, path: path)
                guard try JournalSchema.migrator.hasCompletedMigrations(db) else {
                    throw JournalError(.olderVersion, path: path, detail: "the journal is of an earlier version")
                }
            }
            return queue
        } catch {
            throw JournalError(error, path: path)
        }
    }

    private static func isEmpty(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    }

    private static func checkVersion(_ db: Database, path: String) throws {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == JournalSchema.applicationID else {
            throw JournalError(.notAJournal, path: path, detail: "a database, but not a journal of Cadre's")
        }
        guard try !JournalSchema.migrator.hasBeenSuperseded(db) else {
            throw JournalError(.newerVersion, path: path, detail: "the journal is of a later version than this Cadre")
        }
    }

    private static func makeDurable(_ db: Database, path: String) throws {
        // Acts on a new file only; on others it is not heard.
        try db.execute(sql: "PRAGMA page_size = \(Limits.pageBytes)")
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        // A commit is on the disk when it returns: the write-ahead log is synced with each.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        guard mode == "wal", try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
            throw JournalError(
                .readOnly, path: path, detail: "SQLite gives no durable write-ahead log here (\(mode ?? "no mode"))")
        }
        try db.execute(sql: "PRAGMA cache_size = -\(Limits.writerCacheKiB)")
        try db.execute(sql: "PRAGMA wal_autocheckpoint = \(Limits.walPages)")
        // Statements' own scratch, never a second file that a full disk could refuse.
        try db.execute(sql: "PRAGMA temp_store = MEMORY")
    }
}
