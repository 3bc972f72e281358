import Hashing
import GRDB

/// A check of the hash chain, row by row, with the damage found so far.
struct ChainCheck {
    /// The sequence of the last row checked.
    private(set) var sequence = 0
    private(set) var events = 0
    private(set) var damagedEvents = 0
    private(set) var firstDamage: Verification.Damage?
    /// The hash of the last row checked, to which the next row must be chained.
    private(set) var hash = ChainedRow.genesis
    private var row = ChainedRow()

    /// Checks the statement's current row.
    mutating func check(_ statement: Statement) {
        let expected = sequence + 1
        sequence = Int(statement.integer(EntryColumns.sequence))
        events += 1
        let stored = [UInt8](statement.bytes(EntryColumns.hash))
        defer { hash = stored }
        guard sequence == expected else {
            // The preceding row is missing, so that the hash of this row cannot be checked.
            let range =
                sequence - expected == 1 ? "event \(expected) is" : "events \(expected) to \(sequence - 1) are"
            return record(expected, .hole, "\(range) missing", events: sequence - expected)
        }
        for (column, types) in EntryColumns.types.enumerated() {
            let type = statement.type(Int32(column))
            guard types.contains(type) else {
                return record(sequence, .undecodable, "column \(column) has the invalid SQLite type \(type)")
            }
        }
        row.write(statement, after: hash)
        guard row.hash() == stored else {
            return record(sequence, .hash, "its hash does not match its fields and event \(sequence - 1)")
        }
    }

    /// Records that no further row can be read.
    mutating func recordUnreadable(_ error: JournalError) {
        record(sequence + 1, .unreadable, error.detail)
    }

    private mutating func record(
        _ sequence: Int, _ kind: Verification.Damage.Kind, _ detail: String, events: Int = 1
    ) {
        damagedEvents += events
        if firstDamage == nil { firstDamage = Verification.Damage(sequence: sequence, kind: kind, detail: detail) }
    }
}
