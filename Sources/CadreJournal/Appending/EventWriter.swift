import GRDB
import GRDBSQLite
import Glibc

/// A writer of events within a transaction, each chained to the preceding event.
struct EventWriter {
    private(set) var end: JournalEnd
    private let insert: Statement
    private let find: Statement
    private let sameData: Journal.DataComparison
    private var row = ChainedRow()

    init(_ db: Database, end: JournalEnd, sameData: @escaping Journal.DataComparison) throws {
        self.end = end
        self.sameData = sameData
        let placeholders = Array(repeating: "?", count: EntryColumns.types.count).joined(separator: ", ")
        insert = try db.cachedStatement(
            sql: """
                INSERT INTO events (\(EntryColumns.list)) VALUES (\(placeholders)) ON CONFLICT (source, id) DO NOTHING
                """)
        find = try db.cachedStatement(sql: "SELECT sequence, bytes FROM events WHERE source = ? AND id = ?")
    }

    /// Appends the event if it is new. The caller must store a rejection for an event that is not accepted.
    mutating func write(_ arrival: Arrival) throws -> AppendOutcome {
        if let detail = arrival.overLimit {
            return try existingOutcome(of: arrival) ?? .overLimit(detail: detail)
        }
        // The insertion is also the lookup: a new event, as most are, requires only one descent of the index.
        if try insertIfNew(arrival) { return .accepted(sequence: end.sequence) }
        guard let outcome = try existingOutcome(of: arrival) else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "the index of identities contains an event that the table lacks")
        }
        return outcome
    }

    private mutating func insertIfNew(_ arrival: Arrival) throws -> Bool {
        let sequence = Int64(end.sequence) + 1
        let fields = row.write(arrival, sequence: sequence, after: end.hash)
        let digest = row.hash()
        let isNew = try row.bytes.withUnsafeBytes { memory in
            try digest.withUnsafeBytes { digest in
                // The statement reads the bound bytes in `memory` and `digest` only until it is rewound.
                defer { insert.rewind() }
                insert.bind(sequence, at: EntryColumns.sequence + 1)
                insert.bindBlob(digest, at: EntryColumns.hash + 1)
                bind(arrival, fields, in: memory)
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

    private func bind(_ arrival: Arrival, _ fields: ChainedRow.Fields, in memory: UnsafeRawBufferPointer) {
        func field(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[range]) }
        insert.bind(Int64(arrival.received.seconds), at: EntryColumns.received + 1)
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
        if let count = arrival.event.sourceSequence {
            insert.bind(Int64(bitPattern: count), at: EntryColumns.sourceSequence + 1)
        } else {
            insert.bindNull(at: EntryColumns.sourceSequence + 1)
        }
        insert.bind(Int64(arrival.event.event.stamp.time.seconds), at: EntryColumns.time + 1)
        insert.bindText(field(fields.timeFraction), at: EntryColumns.timeFraction + 1)
        insert.bind(arrival.isSuperseded ? 1 : 0, at: EntryColumns.superseded + 1)
        insert.bindBlob(field(fields.bytes), at: EntryColumns.bytes + 1)
    }

    /// Returns `duplicate` or `conflict` if the journal contains the arrival's source and id, and `nil` otherwise.
    private func existingOutcome(of arrival: Arrival) throws -> AppendOutcome? {
        find.bind(arrival.event.event.stamp.source, at: 1)
        find.bind(arrival.event.event.stamp.id, at: 2)
        defer { find.rewind() }
        guard try find.step() else { return nil }
        let sequence = Int(find.integer(0))
        let stored = find.bytes(1)
        let isSame =
            areEqual(stored, arrival.event.bytes) || sameData([UInt8](stored), arrival.event.bytes)
        guard !isSame else { return .duplicate(sequence: sequence) }
        let detail = "data differs from event \(sequence) of the same source and id; use a new id for a changed event"
        return .conflict(sequence: sequence, detail: detail)
    }
}

private func areEqual(_ stored: UnsafeRawBufferPointer, _ arrived: [UInt8]) -> Bool {
    guard let address = stored.baseAddress, stored.count == arrived.count else {
        return stored.isEmpty && arrived.isEmpty
    }
    return memcmp(address, arrived, arrived.count) == 0
}
