import GRDB

/// The tables of a journal and their migrations. Source: ARCHITECTURE § 6.
///
/// Never change a migration that was released; add a later one.
enum JournalSchema {
    /// The application id that identifies a Cadre journal: "CADR".
    ///
    /// It is written before the first table. Otherwise a crash in between would leave a file that the next start would
    /// not recognise as a journal.
    static let applicationID = 0x4341_4452

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 events and rejections") { db in
            try db.execute(sql: events)
            try db.execute(sql: rejections)
        }
        return migrator
    }

    /// The table of events and its indexes.
    ///
    /// Texts compare by their bytes (collation BINARY), so that two ids that only look the same are different. The
    /// index of missions contains the sequence too, as does every index of a table with an integer key.
    /// `source_sequence` contains the bits of an unsigned number.
    private static let events = """
        CREATE TABLE events (
            sequence INTEGER PRIMARY KEY,
            received INTEGER NOT NULL,
            received_fraction TEXT NOT NULL,
            topic TEXT NOT NULL,
            name TEXT,
            mission TEXT NOT NULL,
            source TEXT NOT NULL,
            id TEXT NOT NULL,
            epoch TEXT NOT NULL,
            source_sequence INTEGER,
            time INTEGER NOT NULL,
            time_fraction TEXT NOT NULL,
            superseded INTEGER NOT NULL,
            hash BLOB NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX events_identity ON events (source, id);
        CREATE INDEX events_mission ON events (mission);
        CREATE INDEX events_source_sequence ON events (source, epoch, source_sequence)
            WHERE source_sequence IS NOT NULL;
        """

    /// The tables of rejections. `rejections_kept` has one row: the newest number, and the numbers of rows and bytes
    /// stored.
    private static let rejections = """
        CREATE TABLE rejections (
            number INTEGER PRIMARY KEY,
            received INTEGER NOT NULL,
            received_fraction TEXT NOT NULL,
            reason TEXT NOT NULL,
            detail TEXT NOT NULL,
            topic TEXT,
            mission TEXT,
            source TEXT,
            id TEXT,
            bytes_total INTEGER NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE TABLE rejection_counts (reason TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE rejections_kept (
            newest INTEGER NOT NULL, row_count INTEGER NOT NULL, byte_count INTEGER NOT NULL
        ) STRICT;
        INSERT INTO rejections_kept VALUES (0, 0, 0);
        """
}
