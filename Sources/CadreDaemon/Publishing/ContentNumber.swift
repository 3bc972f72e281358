import Hashing

/// The number in the id of a document that a previous daemon may have published with other contents.
///
/// After a start it is unknown which documents of the journal's last revision were published, and with which contents. A
/// number derived from the contents needs no memory: equal contents have one id, and others another, also after a crash.
/// Source: CONTRACT § 4.
enum ContentNumber {
    /// Returns the number of a document, more than 1: 48 bits of the SHA-256 of the payload it would have as the first.
    static func of(_ payload: [UInt8]) -> Int {
        let bitsMax = 48
        let number = SHA256.hash(payload).prefix(bitsMax / 8).reduce(0) { $0 << 8 | Int($1) }
        return max(2, number)
    }
}
