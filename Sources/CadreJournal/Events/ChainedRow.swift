import CadrePlanning
import Hashing
import GRDB

/// The bytes from which a row's hash is computed: the hash of the preceding row, followed by the row's fields.
///
/// A number has eight bytes in little-endian order; a text or blob is its length as a number, followed by its bytes; a
/// missing value is the length −1. Therefore different rows have different bytes. The statement binds ranges of the
/// same memory, so that each field is copied only once.
struct ChainedRow {
    /// The hash that precedes the first row.
    static let genesis = [UInt8](repeating: 0, count: SHA256.byteCount)

    private(set) var bytes: [UInt8] = []

    /// Starts a new row after a row with this hash.
    mutating func begin(after hash: [UInt8]) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: hash)
    }

    mutating func append(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Appends a text.
    /// - Returns: The range of its bytes, without the length.
    @discardableResult
    mutating func append(_ text: String) -> Range<Int> {
        append(Int64(text.utf8.count))
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        return start..<bytes.count
    }

    @discardableResult
    mutating func append(_ blob: [UInt8]) -> Range<Int> {
        append(Int64(blob.count))
        let start = bytes.count
        bytes.append(contentsOf: blob)
        return start..<bytes.count
    }

    mutating func append(_ field: UnsafeRawBufferPointer) {
        append(Int64(field.count))
        bytes.append(contentsOf: field)
    }

    mutating func appendNull() { append(Int64(-1)) }

    /// Returns the row's hash, which is chained to the preceding row.
    func hash() -> [UInt8] { SHA256.hash(bytes) }
}

extension ChainedRow {
    /// The ranges of an event's texts and blobs in `bytes`.
    struct Fields {
        var receivedFraction, topic, mission, source, id, epoch, timeFraction, bytes: Range<Int>
        var name: Range<Int>?
    }

    /// Writes the row of an event that gets this sequence.
    mutating func write(_ new: EventRow, sequence: Int64, after hash: [UInt8]) -> Fields {
        let stamp = new.event.event.stamp
        begin(after: hash)
        append(sequence)
        append(Int64(new.received.seconds))
        let receivedFraction = append(new.received.fraction)
        let topic = append(new.topic)
        let name = new.name.map { append($0) }
        if name == nil { appendNull() }
        let mission = append(new.event.event.mission.text)
        let source = append(stamp.source)
        let id = append(stamp.id)
        let epoch = append(new.event.epoch)
        if let count = new.event.sourceSequence {
            append(Int64(8))
            append(Int64(bitPattern: count))
        } else {
            appendNull()
        }
        append(Int64(stamp.time.seconds))
        let timeFraction = append(stamp.time.fraction)
        append(Int64(new.isSuperseded ? 1 : 0))
        let bytes = append(new.event.bytes)
        return Fields(
            receivedFraction: receivedFraction, topic: topic, mission: mission, source: source, id: id, epoch: epoch,
            timeFraction: timeFraction, bytes: bytes, name: name)
    }

    /// Writes a stored row as an append did, so that its hash can be verified.
    mutating func write(_ row: Statement, after hash: [UInt8]) {
        begin(after: hash)
        append(row.integer(EntryColumns.sequence))
        append(row.integer(EntryColumns.received))
        append(row.bytes(EntryColumns.receivedFraction))
        append(row.bytes(EntryColumns.topic))
        if row.isNull(EntryColumns.name) { appendNull() } else { append(row.bytes(EntryColumns.name)) }
        for column in EntryColumns.mission...EntryColumns.epoch { append(row.bytes(column)) }
        if row.isNull(EntryColumns.sourceSequence) {
            appendNull()
        } else {
            append(Int64(8))
            append(row.integer(EntryColumns.sourceSequence))
        }
        append(row.integer(EntryColumns.time))
        append(row.bytes(EntryColumns.timeFraction))
        append(row.integer(EntryColumns.superseded))
        append(row.bytes(EntryColumns.bytes))
    }
}
