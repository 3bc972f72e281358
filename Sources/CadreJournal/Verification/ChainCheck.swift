import Crypto
import GRDB

/// Follows the chain of hashes row by row, and keeps what it found.
struct ChainCheck {
    /// The newest sequence seen.
    private(set) var sequence = 0
    private(set) var events = 0
    private(set) var damagedEvents = 0
    private(set) var firstDamage: Verification.Damage?
    /// The hash that the next row follows.
    private(set) var hash = ChainedRow.genesis
    private var row = ChainedRow()

    /// Checks the statement's row.
    mutating func check(_ statement: Statement) {
        let expected = sequence + 1
        sequence = Int(statement.integer(EntryColumns.sequence))
        events += 1
        let stored = [UInt8](statement.bytes(EntryColumns.hash))
        defer { hash = stored }
        guard sequence == expected else {
            // What the row should follow is not there: of itself nothing can be said.
            let range = sequence - expected == 1 ? "\(expected) is" : "\(expected) to \(sequence - 1) are"
            return found(expected, .hole, "\(range) not there", events: sequence - expected)
        }
        for (column, types) in EntryColumns.types.enumerated() {
            let type = statement.type(Int32(column))
            guard types.contains(type) else {
                return found(sequence, .undecodable, "column \(column) is of SQLite's type \(type)")
            }
        }
        row.write(statement, after: hash)
        guard row.hash() == stored else {
            return found(sequence, .hash, "its fields, behind event \(sequence - 1), do not give its hash")
        }
    }

    /// Notes that nothing more can be read.
    mutating func cannotRead(_ error: JournalError) {
        found(sequence + 1, .unreadable, error.detail)
    }

    private mutating func found(
        _ sequence: Int, _ kind: Verification.Damage.Kind, _ detail: String, events: Int = 1
    ) {
        damagedEvents += events
        if firstDamage == nil { firstDamage = Verification.Damage(sequence: sequence, kind: kind, detail: detail) }
    }
}
