import GRDB

/// Opens the database of a journal, either for durable writing or for reading while another process writes.
enum Connection {
    /// Opens the database for writing. Creates it if missing, and migrates one of an earlier version.
    static func forWriting(_ path: String) throws(JournalError) -> DatabaseQueue {
        // SQLite gives its log and shared memory the rights of the database.
        try restrictToOwner(path)
        for suffix in ["-wal", "-shm"] where exists(path + suffix) { try restrictToOwner(path + suffix) }
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(JournalLimits.busySeconds)
            configuration.foreignKeysEnabled = false
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            // Nothing is changed, not even the page size, before the file is identified as a journal.
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

    /// Opens the database for reading, also while a daemon writes.
    static func forReading(_ path: String) throws(JournalError) -> DatabaseQueue {
        guard exists(path) else { throw JournalError(.missing, path: path, detail: "the journal does not exist") }
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(JournalLimits.busySeconds)
            configuration.foreignKeysEnabled = false
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.unsafeRead { db in
                try db.execute(sql: "PRAGMA cache_size = -\(JournalLimits.readerCacheKiB)")
                if try isEmpty(db) { throw JournalError(.missing, path: path, detail: "the journal has no tables yet") }
                try checkVersion(db, path: path)
                guard try JournalSchema.migrator.hasCompletedMigrations(db) else {
                    throw JournalError(.olderVersion, path: path, detail: "an earlier Cadre wrote the journal")
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
            throw JournalError(.notAJournal, path: path, detail: "a SQLite database, but not a Cadre journal")
        }
        guard try !JournalSchema.migrator.hasBeenSuperseded(db) else {
            throw JournalError(.newerVersion, path: path, detail: "a later Cadre wrote the journal")
        }
    }

    private static func makeDurable(_ db: Database, path: String) throws {
        // Affects only a new file.
        try db.execute(sql: "PRAGMA page_size = \(JournalLimits.pageBytes)")
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        // A commit is durable when it returns, because each one syncs the write-ahead log.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        guard mode == "wal", try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
            throw JournalError(
                .readOnly, path: path, detail: "SQLite supports no durable write-ahead log here (\(mode ?? "no mode"))")
        }
        try db.execute(sql: "PRAGMA cache_size = -\(JournalLimits.writerCacheKiB)")
        try db.execute(sql: "PRAGMA wal_autocheckpoint = \(JournalLimits.walPages)")
        // Temporary data stays in memory, never in a second file, which a full disk could refuse.
        try db.execute(sql: "PRAGMA temp_store = MEMORY")
    }
}
