import GRDB

extension JournalReader {
    /// Goes through the whole journal: every row against its hash and the row before, then SQLite's own check.
    ///
    /// Changes nothing and throws nothing away; also beside a running daemon. Goes on behind a damaged row, for the rows
    /// after it are still chained to each other; ends where SQLite cannot read on.
    /// - Parameter progress: Told the sequence come to and the newest, now and then.
    public func verify(progress: (@Sendable (_ sequence: Int, _ newest: Int) -> Void)? = nil) -> Verification {
        var check = ChainCheck()
        do throws(JournalError) {
            let newest = try newest()
            while try verifyBatch(&check) { progress?(check.sequence, newest) }
        } catch {
            check.cannotRead(error)
        }
        var verification = Verification(
            events: check.events, newest: check.sequence, hash: check.hash, firstDamage: check.firstDamage,
            damagedEvents: check.damagedEvents, database: databaseReport(), rejectionsKept: 0)
        do throws(JournalError) {
            verification.rejectionsKept = try counts().rejectionsKept
        } catch {
            verification.database.append(error.detail)
        }
        return verification
    }

    /// The hash at a sequence, `nil` where there is no such event; at 0 the beginning of the chain.
    func chainHash(at sequence: Int) throws(JournalError) -> [UInt8]? {
        guard sequence != 0 else { return ChainedRow.genesis }
        return try read { db in
            let select = try db.cachedStatement(sql: "SELECT hash FROM events WHERE sequence = ?")
            defer { select.rewind() }
            select.bind(Int64(sequence), at: 1)
            return try select.step() ? [UInt8](select.bytes(0)) : nil
        }
    }

    /// - Returns: Whether there may be more.
    private func verifyBatch(_ check: inout ChainCheck) throws(JournalError) -> Bool {
        var rows = 0
        // A typed rethrow of the closure is not to be had here; what was checked before an error must not be lost.
        var copy = check
        defer { check = copy }
        try read { db in
            let select = try db.cachedStatement(
                sql: "SELECT \(EntryColumns.list) FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?")
            defer { select.rewind() }
            select.bind(Int64(copy.sequence), at: 1)
            select.bind(Int64(Limits.verifyRows), at: 2)
            while try select.step() {
                copy.check(select)
                rows += 1
            }
        }
        return rows == Limits.verifyRows
    }

    private func databaseReport() -> [String] {
        do throws(JournalError) {
            let lines = try read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check(10)") }
            return lines == ["ok"] ? [] : lines
        } catch {
            return [error.detail]
        }
    }
}
