import GRDB

/// The tables of a journal, and how one of an earlier version becomes one of this. Source: ARCHITECTURE § 6.
///
/// A migration is never changed once a release wrote it: a later one is added.
enum JournalSchema {
    /// "CADR", by which a file is known as a journal of Cadre's. Written before the first table, or a crash in between
    /// would leave a file that the next start takes for somebody else's.
    static let applicationID = 0x4341_4452

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 events and rejections") { db in
            try db.execute(sql: events)
            try db.execute(sql: rejections)
        }
        return migrator
    }

    /// Texts compare by their bytes (collation BINARY), so that two ids that only look alike are two.
    /// The index over missions holds the sequence too, as every index of a table with a whole-number key does.
    /// `source_sequence` holds the bits of an unsigned number.
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

    /// `rejections_kept` is one row: the newest number given, and rows and bytes that are kept.
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
