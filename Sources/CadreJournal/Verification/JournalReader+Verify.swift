import GRDB

extension JournalReader {
    /// Verifies the whole journal: the hash of every row and its chain, then SQLite's own integrity check.
    ///
    /// It changes nothing and may run while a daemon writes. It continues after a damaged row, because the following
    /// rows are still chained to each other, and stops if SQLite cannot read further.
    /// - Parameter progress: A handler that is called after each full batch with the sequence reached and the newest
    ///   sequence.
    /// - Returns: The result, which lists the damage. A read error is recorded as damage, not thrown.
    public func verify(progress: (@Sendable (_ sequence: Int, _ newest: Int) -> Void)? = nil) -> Verification {
        var check = ChainCheck()
        do throws(JournalError) {
            let newest = try newest()
            while try verifyBatch(&check) { progress?(check.sequence, newest) }
        } catch {
            check.recordUnreadable(error)
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

    /// Returns the hash of the event at a sequence, or `nil` if the journal lacks that sequence. The hash at 0 is the
    /// beginning of the chain.
    func chainHash(at sequence: Int) throws(JournalError) -> [UInt8]? {
        guard sequence != 0 else { return ChainedRow.genesis }
        return try read { db in
            let select = try db.cachedStatement(sql: "SELECT hash FROM events WHERE sequence = ?")
            defer { select.rewind() }
            select.bind(Int64(sequence), at: 1)
            return try select.step() ? [UInt8](select.bytes(0)) : nil
        }
    }

    /// Checks one batch of rows.
    /// - Returns: Whether there may be more rows.
    private func verifyBatch(_ check: inout ChainCheck) throws(JournalError) -> Bool {
        var rows = 0
        try read { db in
            let select = try db.cachedStatement(
                sql: "SELECT \(EntryColumns.list) FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?")
            defer { select.rewind() }
            select.bind(Int64(check.sequence), at: 1)
            select.bind(Int64(JournalLimits.verifyRows), at: 2)
            while try select.step() {
                check.check(select)
                rows += 1
            }
        }
        return rows == JournalLimits.verifyRows
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
