import CadrePlanning
import GRDB
import GRDBSQLite

/// The columns of an event, in the order in which every statement reads and writes them.
enum EntryColumns {
    /// The column names. `hash` and `bytes` are last, because a row too long for its page keeps only its beginning
    /// there.
    static let list = """
        sequence, received, received_fraction, topic, name, mission, source, id, epoch, source_sequence, time, \
        time_fraction, superseded, hash, bytes
        """

    static let sequence: Int32 = 0, received: Int32 = 1, receivedFraction: Int32 = 2, topic: Int32 = 3, name: Int32 = 4
    static let mission: Int32 = 5, source: Int32 = 6, id: Int32 = 7, epoch: Int32 = 8, sourceSequence: Int32 = 9
    static let time: Int32 = 10, timeFraction: Int32 = 11, superseded: Int32 = 12, hash: Int32 = 13, bytes: Int32 = 14

    /// Returns the entry in the statement's current row.
    static func entry(_ row: Statement) -> JournalEntry {
        JournalEntry(
            sequence: Int(row.integer(sequence)),
            received: Instant(seconds: Int(row.integer(received)), fraction: row.text(receivedFraction)),
            topic: row.text(topic),
            name: row.textOrNil(name),
            mission: row.text(mission),
            source: row.text(source),
            id: row.text(id),
            epoch: row.text(epoch),
            sourceSequence: row.isNull(sourceSequence) ? nil : UInt64(bitPattern: row.integer(sourceSequence)),
            time: Instant(seconds: Int(row.integer(time)), fraction: row.text(timeFraction)),
            isSuperseded: row.integer(superseded) != 0,
            bytes: [UInt8](row.bytes(bytes)))
    }

    /// The permitted SQLite types of each column, in the order of `list`. Any other type is damage.
    static let types: [[Int32]] = [
        [SQLITE_INTEGER], [SQLITE_INTEGER], [SQLITE_TEXT], [SQLITE_TEXT], [SQLITE_TEXT, SQLITE_NULL], [SQLITE_TEXT],
        [SQLITE_TEXT], [SQLITE_TEXT], [SQLITE_TEXT], [SQLITE_INTEGER, SQLITE_NULL], [SQLITE_INTEGER], [SQLITE_TEXT],
        [SQLITE_INTEGER], [SQLITE_BLOB], [SQLITE_BLOB],
    ]
}
