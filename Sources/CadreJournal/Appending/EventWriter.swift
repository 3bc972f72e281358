import CadreContract
import CadrePlanning
import GRDB
import GRDBSQLite

/// A writer of events within a transaction, each chained to the preceding event. It is the index of identities.
struct EventWriter {
    private(set) var end: JournalEnd
    private let insert: Statement
    private let find: Statement
    private var row = ChainedRow()

    init(_ db: Database, end: JournalEnd) throws {
        self.end = end
        let placeholders = Array(repeating: "?", count: EntryColumns.types.count).joined(separator: ", ")
        insert = try db.cachedStatement(
            sql: """
                INSERT INTO events (\(EntryColumns.list)) VALUES (\(placeholders)) ON CONFLICT (source, id) DO NOTHING
                """)
        find = try db.cachedStatement(sql: "SELECT sequence, bytes FROM events WHERE source = ? AND id = ?")
    }

    /// Appends an event if its source and id are new. The insertion is also the lookup: a new event, as most are,
    /// requires only one descent of the index.
    /// - Returns: The accepted event of this source and id, or `nil` if this event was appended.
    mutating func append(_ new: EventRow) throws -> AcceptedEvent? {
        if try insertIfNew(new) { return nil }
        guard let accepted = try find(new.event.event.stamp) else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "the index of identities contains an event that the table lacks")
        }
        return accepted
    }

    /// Returns the accepted event of a source and id, or `nil` if the journal lacks it.
    func find(_ stamp: Stamp) throws -> AcceptedEvent? {
        find.bind(stamp.source, at: 1)
        find.bind(stamp.id, at: 2)
        defer { find.rewind() }
        guard try find.step() else { return nil }
        return AcceptedEvent(sequence: Int(find.integer(0)), bytes: [UInt8](find.bytes(1)))
    }

    private mutating func insertIfNew(_ new: EventRow) throws -> Bool {
        let sequence = Int64(end.sequence) + 1
        let fields = row.write(new, sequence: sequence, after: end.hash)
        let digest = row.hash()
        let isNew = try row.bytes.withUnsafeBytes { memory in
            try digest.withUnsafeBytes { digest in
                // The statement reads the bound bytes in `memory` and `digest` only until it is rewound.
                defer { insert.rewind() }
                insert.bind(sequence, at: EntryColumns.sequence + 1)
                insert.bindBlob(digest, at: EntryColumns.hash + 1)
                bind(fields, in: memory)
                bind(new)
                _ = try insert.step()
                return sqlite3_changes(sqlite3_db_handle(insert.sqliteStatement)) == 1
            }
        }
        if isNew {
            end.sequence += 1
            end.hash.removeAll(keepingCapacity: true)
            end.hash.append(contentsOf: digest)
        }
        return isNew
    }

    /// Binds the texts and blobs of a row.
    private func bind(_ fields: ChainedRow.Fields, in memory: UnsafeRawBufferPointer) {
        func field(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[range]) }
        insert.bindText(field(fields.receivedFraction), at: EntryColumns.receivedFraction + 1)
        insert.bindText(field(fields.topic), at: EntryColumns.topic + 1)
        if let name = fields.name {
            insert.bindText(field(name), at: EntryColumns.name + 1)
        } else {
            insert.bindNull(at: EntryColumns.name + 1)
        }
        insert.bindText(field(fields.mission), at: EntryColumns.mission + 1)
        insert.bindText(field(fields.source), at: EntryColumns.source + 1)
        insert.bindText(field(fields.id), at: EntryColumns.id + 1)
        insert.bindText(field(fields.epoch), at: EntryColumns.epoch + 1)
        insert.bindText(field(fields.timeFraction), at: EntryColumns.timeFraction + 1)
        insert.bindBlob(field(fields.bytes), at: EntryColumns.bytes + 1)
    }

    /// Binds the numbers of a row.
    private func bind(_ new: EventRow) {
        insert.bind(Int64(new.received.seconds), at: EntryColumns.received + 1)
        if let number = new.event.sourceSequence {
            insert.bind(Int64(bitPattern: number), at: EntryColumns.sourceSequence + 1)
        } else {
            insert.bindNull(at: EntryColumns.sourceSequence + 1)
        }
        insert.bind(Int64(new.event.event.stamp.time.seconds), at: EntryColumns.time + 1)
        insert.bind(new.isSuperseded ? 1 : 0, at: EntryColumns.superseded + 1)
    }
}
