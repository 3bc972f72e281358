import Crypto

/// A snapshot as it lies on the disk: a header, the payload, and the digest of both.
///
/// Header: eight bytes by which the layout is known; version, sequence and the payload's length, each in eight bytes, the
/// least first; the journal's hash at that sequence.
struct SnapshotFile {
    private static let magic = Array("CADRESN1".utf8)
    private static let headerBytes = magic.count + 3 * 8 + SHA256.byteCount

    var version: Int
    var sequence: Int
    /// The journal's hash at `sequence`.
    var chainHash: [UInt8]
    var payload: [UInt8]

    /// What to write, one after the other.
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

    /// - Throws: Why the bytes are no snapshot.
    init(_ bytes: [UInt8]) throws(Unusable) {
        guard bytes.count >= Self.headerBytes + SHA256.byteCount, bytes.starts(with: Self.magic) else {
            throw Unusable(reason: "not a snapshot of this layout")
        }
        let header = bytes[..<Self.headerBytes]
        let payload = bytes[Self.headerBytes..<(bytes.count - SHA256.byteCount)]
        guard Self.digest(header, payload) == Array(bytes.suffix(SHA256.byteCount)) else {
            throw Unusable(reason: "damaged: its digest does not fit")
        }
        func number(_ index: Int) -> Int? {
            let start = Self.magic.count + index * 8
            let value = header[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Int(exactly: Int64(bitPattern: value))
        }
        guard let version = number(0), let sequence = number(1), number(2) == payload.count else {
            throw Unusable(reason: "its header does not fit its length")
        }
        let chainHash = Array(header.suffix(SHA256.byteCount))
        self.init(version: version, sequence: sequence, chainHash: chainHash, payload: Array(payload))
    }

    struct Unusable: Error {
        let reason: String
    }

    private static func digest(_ header: ArraySlice<UInt8>, _ payload: ArraySlice<UInt8>) -> [UInt8] {
        var hasher = SHA256()
        header.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        payload.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return Array(hasher.finalize())
    }
}
