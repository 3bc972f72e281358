import Hashing

/// The file of a snapshot: a header, the payload, and the digest of both.
///
/// The header consists of eight bytes that identify the file format; version, sequence and the payload's length, each
/// in eight bytes in little-endian order; and the journal's hash at that sequence.
struct SnapshotFile {
    private static let magic = Array("CADRESN1".utf8)
    private static let headerBytes = magic.count + 3 * 8 + SHA256.byteCount

    var version: Int
    var sequence: Int
    /// The journal's hash at `sequence`.
    var chainHash: [UInt8]
    var payload: [UInt8]

    /// The parts of the file, in order.
    var chunks: [[UInt8]] {
        var header = Self.magic
        for number in [version, sequence, payload.count] {
            withUnsafeBytes(of: Int64(number).littleEndian) { header.append(contentsOf: $0) }
        }
        header += chainHash
        return [header, payload, Self.digest(header[...], payload[...])]
    }

    init(version: Int, sequence: Int, chainHash: [UInt8], payload: [UInt8]) {
        self.version = version
        self.sequence = sequence
        self.chainHash = chainHash
        self.payload = payload
    }

    /// Parses a snapshot.
    /// - Throws: The reason for which the bytes are not a valid snapshot.
    init(_ bytes: [UInt8]) throws(Invalid) {
        guard bytes.count >= Self.headerBytes + SHA256.byteCount, bytes.starts(with: Self.magic) else {
            throw Invalid(reason: "the file is not a snapshot")
        }
        let header = bytes[..<Self.headerBytes]
        let payload = bytes[Self.headerBytes..<(bytes.count - SHA256.byteCount)]
        guard Self.digest(header, payload) == Array(bytes.suffix(SHA256.byteCount)) else {
            throw Invalid(reason: "the file is damaged: its digest does not match")
        }
        func number(_ index: Int) -> Int? {
            let start = Self.magic.count + index * 8
            let value = header[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Int(exactly: Int64(bitPattern: value))
        }
        guard let version = number(0), let sequence = number(1), number(2) == payload.count else {
            throw Invalid(reason: "the file is damaged: its header contradicts its length")
        }
        let chainHash = Array(header.suffix(SHA256.byteCount))
        self.init(version: version, sequence: sequence, chainHash: chainHash, payload: Array(payload))
    }

    /// The reason for which the bytes are not a valid snapshot.
    struct Invalid: Error {
        let reason: String
    }

    private static func digest(_ header: ArraySlice<UInt8>, _ payload: ArraySlice<UInt8>) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(header)
        hasher.update(payload)
        return hasher.finalize()
    }
}
