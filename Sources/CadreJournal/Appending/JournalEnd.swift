import GRDB

/// The end of the journal: the newest sequence, and its hash, to which the next row is chained.
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
