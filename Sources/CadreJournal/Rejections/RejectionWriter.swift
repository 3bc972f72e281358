import GRDB
import GRDBSQLite

/// A writer of rejections within a transaction. It deletes the oldest beyond the bounds and counts all permanently.
struct RejectionWriter {
    private let db: Database
    private let bounds: RejectionBounds
    /// The numbers of rejections of this transaction per reason.
    private var counts: [String: Int] = [:]
    /// The totals after the last write, or `nil` before the first write of this transaction.
    private var kept: Kept?

    /// The one row of `rejections_kept`.
    private struct Kept {
        var newest: Int
        var rows: Int
        var bytes: Int
    }

    init(_ db: Database, bounds: RejectionBounds) {
        self.db = db
        self.bounds = bounds
    }

    /// Stores a rejection.
    /// - Returns: Its number in the list of rejections.
    @discardableResult
    mutating func write(_ rejection: RejectedPayload) throws -> Int {
        var kept = try self.kept ?? readKept()
        let bytes = rejection.bytes.prefix(bounds.bytesOfOneMax)
        kept.newest += 1
        kept.rows += 1
        kept.bytes += bytes.count
        try insert(rejection, number: kept.newest, bytes: bytes)
        counts[rejection.reason, default: 0] += 1
        self.kept = kept
        return kept.newest
    }

    /// Deletes the oldest rejections beyond the bounds and writes the counts. Must be called before the commit.
    func finish() throws {
        guard var kept else { return }
        while kept.rows > bounds.rowsMax || kept.bytes > bounds.bytesMax {
            guard let deletedBytes = try deleteOldest() else { break }
            kept.rows -= 1
            kept.bytes -= deletedBytes
        }
        let update = try db.cachedStatement(
            sql: "UPDATE rejections_kept SET newest = ?, row_count = ?, byte_count = ?")
        defer { update.rewind() }
        update.bind(Int64(kept.newest), at: 1)
        update.bind(Int64(kept.rows), at: 2)
        update.bind(Int64(kept.bytes), at: 3)
        _ = try update.step()
        for (reason, count) in counts { try add(count, to: reason) }
    }

    private func readKept() throws -> Kept {
        let select = try db.cachedStatement(sql: "SELECT newest, row_count, byte_count FROM rejections_kept")
        defer { select.rewind() }
        guard try select.step() else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the row of rejections_kept is missing")
        }
        return Kept(newest: Int(select.integer(0)), rows: Int(select.integer(1)), bytes: Int(select.integer(2)))
    }

    private func insert(_ rejection: RejectedPayload, number: Int, bytes: ArraySlice<UInt8>) throws {
        let insert = try db.cachedStatement(
            sql: "INSERT INTO rejections (\(RejectionColumns.list)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        defer { insert.rewind() }
        insert.bind(Int64(number), at: 1)
        insert.bind(Int64(rejection.received.seconds), at: 2)
        insert.bind(rejection.received.fraction, at: 3)
        insert.bind(rejection.reason, at: 4)
        insert.bind(rejection.detail, at: 5)
        insert.bind(rejection.topic, at: 6)
        insert.bind(rejection.mission, at: 7)
        insert.bind(rejection.source, at: 8)
        insert.bind(rejection.id, at: 9)
        insert.bind(Int64(rejection.bytes.count), at: 10)
        insert.bind(bytes, at: 11)
        _ = try insert.step()
    }

    /// Deletes the oldest rejection.
    /// - Returns: The number of its stored bytes, or `nil` if no rejection is left.
    private func deleteOldest() throws -> Int? {
        let delete = try db.cachedStatement(
            sql: "DELETE FROM rejections WHERE number = (SELECT min(number) FROM rejections) RETURNING length(bytes)")
        defer { delete.rewind() }
        guard try delete.step() else { return nil }
        let bytes = Int(delete.integer(0))
        // RETURNING yields the row before the deletion; the next step completes it.
        _ = try delete.step()
        return bytes
    }

    private func add(_ count: Int, to reason: String) throws {
        let add = try db.cachedStatement(
            sql: "INSERT INTO rejection_counts VALUES (?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count")
        defer { add.rewind() }
        add.bind(reason, at: 1)
        add.bind(Int64(count), at: 2)
        _ = try add.step()
    }
}
