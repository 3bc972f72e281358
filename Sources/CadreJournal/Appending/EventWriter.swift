import GRDB
import GRDBSQLite
import Glibc

/// The end of the journal: the newest sequence, and the hash that the next row is chained to.
struct JournalEnd {
    var sequence: Int
    var hash: [UInt8]

    init(_ db: Database) throws {
        let last = try db.cachedStatement(sql: "SELECT sequence, hash FROM events ORDER BY sequence DESC LIMIT 1")
        defer { last.rewind() }
        guard try last.step() else {
            (sequence, hash) = (0, ChainedRow.genesis)
            return
        }
        (sequence, hash) = (Int(last.integer(0)), [UInt8](last.bytes(1)))
    }
}

/// Writes events within a transaction, each chained to the one before.
struct EventWriter {
    private(set) var end: JournalEnd
    private let insert: Statement
    private let find: Statement
    private let sameData: Journal.DataComparison
    private var row = ChainedRow()

    init(_ db: Database, end: JournalEnd, sameData: @escaping Journal.DataComparison) throws {
        self.end = end
        self.sameData = sameData
        let places = Array(repeating: "?", count: EntryColumns.types.count).joined(separator: ", ")
        insert = try db.cachedStatement(
            sql: "INSERT INTO events (\(EntryColumns.list)) VALUES (\(places)) ON CONFLICT (source, id) DO NOTHING")
        find = try db.cachedStatement(sql: "SELECT sequence, bytes FROM events WHERE source = ? AND id = ?")
    }

    /// Journals the arrival if it is new. What is not accepted is for the caller to keep.
    mutating func write(_ arrival: Arrival) throws -> AppendOutcome {
        if let detail = arrival.overLimit {
            return try current(arrival) ?? .overLimit(detail: detail)
        }
        // The insertion itself is the look-up: one way down the index for a new event, and new is what most are.
        if try insertIfNew(arrival) { return .accepted(sequence: end.sequence) }
        guard let outcome = try current(arrival) else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "the index of identities knows an event that is not there")
        }
        return outcome
    }

    private mutating func insertIfNew(_ arrival: Arrival) throws -> Bool {
        let sequence = Int64(end.sequence) + 1
        let fields = row.write(arrival, sequence: sequence, after: end.hash)
        let digest = row.hash()
        let isNew = try row.bytes.withUnsafeBytes { memory in
            try digest.withUnsafeBytes { digest in
                // What is bound lies in `memory` and `digest`, and is not looked at after the rewinding.
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

    /// What an arrival is whose source and id the journal has; `nil` where it has not.
    private func current(_ arrival: Arrival) throws -> AppendOutcome? {
        find.bind(arrival.event.event.stamp.source, at: 1)
        find.bind(arrival.event.event.stamp.id, at: 2)
        defer { find.rewind() }
        guard try find.step() else { return nil }
        let sequence = Int(find.integer(0))
        let stored = find.bytes(1)
        let isSame =
            areEqual(stored, arrival.event.bytes) || sameData([UInt8](stored), arrival.event.bytes)
        guard !isSame else { return .duplicate(sequence: sequence) }
        let detail = "data differs from event \(sequence) of the same source and id; give a changed event its own id"
        return .conflict(sequence: sequence, detail: detail)
    }
}

private func areEqual(_ stored: UnsafeRawBufferPointer, _ arrived: [UInt8]) -> Bool {
    guard let address = stored.baseAddress, stored.count == arrived.count else {
        return stored.isEmpty && arrived.isEmpty
    }
    return memcmp(address, arrived, arrived.count) == 0
}
