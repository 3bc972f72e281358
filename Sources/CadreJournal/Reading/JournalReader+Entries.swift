import GRDB

extension JournalReader {
    /// Returns the newest sequence, or 0 if the journal is empty. It is also the number of events, as there are no
    /// gaps.
    public func newest() throws(JournalError) -> Int {
        try read { db in try Self.newest(db) }
    }

    /// Returns the event at a sequence, or `nil` if the journal lacks that sequence.
    public func entry(_ sequence: Int) throws(JournalError) -> JournalEntry? {
        try read { db in
            let select = try db.cachedStatement(sql: "SELECT \(EntryColumns.list) FROM events WHERE sequence = ?")
            defer { select.rewind() }
            select.bind(Int64(sequence), at: 1)
            return try select.step() ? EntryColumns.entry(select) : nil
        }
    }

    /// Returns the events at the given sequences, in the order of the argument, in one transaction. Missing events are
    /// omitted.
    public func entries(at sequences: some Sequence<Int> & Sendable) throws(JournalError) -> [JournalEntry] {
        try read { db in
            let select = try db.cachedStatement(sql: "SELECT \(EntryColumns.list) FROM events WHERE sequence = ?")
            var entries: [JournalEntry] = []
            for sequence in sequences {
                defer { select.rewind() }
                select.bind(Int64(sequence), at: 1)
                if try select.step() { entries.append(EntryColumns.entry(select)) }
            }
            return entries
        }
    }

    /// Returns the event of a source and id, compared by their bytes, or `nil` if the journal lacks it.
    public func entry(source: String, id: String) throws(JournalError) -> JournalEntry? {
        try read { db in
            let select = try db.cachedStatement(
                sql: "SELECT \(EntryColumns.list) FROM events WHERE source = ? AND id = ?")
            defer { select.rewind() }
            select.bind(source, at: 1)
            select.bind(id, at: 2)
            return try select.step() ? EntryColumns.entry(select) : nil
        }
    }

    /// Returns entries in order. Only the number of rows is bounded, not their bytes.
    /// - Parameters:
    ///   - after: The sequence after which to begin.
    ///   - through: The last sequence, or `nil` for the end of the journal.
    ///   - mission: The mission, or `nil` for all.
    ///   - rows: The maximum number of entries.
    /// - Returns: The entries; fewer than `rows` only at the end.
    public func entries(
        after: Int = 0, through: Int? = nil, mission: String? = nil, rows: Int
    ) throws(JournalError) -> [JournalEntry] {
        try read { db in
            let condition = mission == nil ? "" : "AND mission = ?4"
            let select = try db.cachedStatement(
                sql: """
                    SELECT \(EntryColumns.list) FROM events WHERE sequence > ?1 AND sequence <= ?2 \(condition)
                    ORDER BY sequence LIMIT ?3
                    """)
            defer { select.rewind() }
            select.bind(Int64(after), at: 1)
            select.bind(Int64(through ?? .max), at: 2)
            select.bind(Int64(rows), at: 3)
            if let mission { select.bind(mission, at: 4) }
            var entries: [JournalEntry] = []
            while try select.step() { entries.append(EntryColumns.entry(select)) }
            return entries
        }
    }

    /// Returns the journal as a sequence of batches, for the start and for figures of an earlier revision.
    ///
    /// The parameters are those of `entries(after:through:mission:rows:)`. Read the next batch while processing the
    /// last.
    public nonisolated func replay(after: Int = 0, through: Int? = nil, mission: String? = nil) -> JournalReplay {
        JournalReplay(reader: self, after: after, through: through, mission: mission)
    }

    /// Returns the sequence of the newest event of each mission.
    public func revisions() throws(JournalError) -> [(mission: String, sequence: Int)] {
        try read { db in
            // Skips from mission to mission in the index instead of reading all events.
            let select = try db.cachedStatement(
                sql: """
                    WITH RECURSIVE missions (mission) AS (
                        SELECT min(mission) FROM events
                        UNION ALL
                        SELECT (SELECT min(mission) FROM events WHERE mission > missions.mission) FROM missions
                        WHERE missions.mission IS NOT NULL
                    )
                    SELECT mission, (SELECT max(sequence) FROM events WHERE events.mission = missions.mission)
                    FROM missions WHERE mission IS NOT NULL
                    """)
            defer { select.rewind() }
            var revisions: [(mission: String, sequence: Int)] = []
            while try select.step() { revisions.append((select.text(0), Int(select.integer(1)))) }
            return revisions
        }
    }

    static func newest(_ db: Database) throws -> Int {
        let select = try db.cachedStatement(sql: "SELECT max(sequence) FROM events")
        defer { select.rewind() }
        return try select.step() ? Int(select.integer(0)) : 0
    }
}
