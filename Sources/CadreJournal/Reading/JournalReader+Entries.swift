import GRDB

extension JournalReader {
    /// The newest sequence, 0 where the journal is empty: also the number of its events, for it has no holes.
    public func newest() throws(JournalError) -> Int {
        try read { db in try Self.newest(db) }
    }

    /// The event at a sequence.
    public func entry(_ sequence: Int) throws(JournalError) -> JournalEntry? {
        try read { db in
            let select = try db.cachedStatement(sql: "SELECT \(EntryColumns.list) FROM events WHERE sequence = ?")
            defer { select.rewind() }
            select.bind(Int64(sequence), at: 1)
            return try select.step() ? EntryColumns.entry(select) : nil
        }
    }

    /// The events at some sequences, those that there are, in the order asked for: one question for all of them.
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

    /// The event of a source and id, compared by their bytes.
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

    /// Entries in order, for working through the journal: no bound but the number of rows.
    /// - Parameters:
    ///   - after: Entries with a greater sequence.
    ///   - through: Entries up to this sequence, it included; `nil`: to the end.
    ///   - mission: Of one mission alone.
    ///   - rows: At most so many.
    /// - Returns: Fewer than `rows` only where there are no more.
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

    /// The journal in batches, one after the other, for start-up and for figures of an earlier revision.
    ///
    /// Parameters as of `entries(after:through:mission:rows:)`. Read the next batch while the last is worked on.
    public nonisolated func replay(after: Int = 0, through: Int? = nil, mission: String? = nil) -> JournalReplay {
        JournalReplay(reader: self, after: after, through: through, mission: mission)
    }

    /// The sequence of the newest event of each mission.
    public func revisions() throws(JournalError) -> [(mission: String, sequence: Int)] {
        try read { db in
            // From mission to mission through the index, instead of over all events.
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
