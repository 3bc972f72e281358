import CadrePlanning
import GRDB

/// The columns of a rejection, in the order in which every statement reads and writes them.
enum RejectionColumns {
    static let list = """
        number, received, received_fraction, reason, detail, topic, mission, source, id, bytes_total, bytes
        """

    /// Returns the rejection in the statement's current row.
    static func rejection(_ row: Statement) -> StoredRejection {
        StoredRejection(
            number: Int(row.integer(0)),
            rejection: RejectedPayload(
                reason: row.text(3), detail: row.text(4), topic: row.textOrNil(5), mission: row.textOrNil(6),
                source: row.textOrNil(7), id: row.textOrNil(8),
                received: Instant(seconds: Int(row.integer(1)), fraction: row.text(2)),
                bytes: [UInt8](row.bytes(10))),
            bytesTotal: Int(row.integer(9)))
    }
}
