import CZeroMQ
import Glibc

/// A public or secret CURVE key: 32 bytes, written as 40 characters of Z85. Its description never shows it.
public struct CurveKey: Hashable, Sendable, CustomStringConvertible {
    public static let byteCount = 32
    public static let z85Count = 40
    let bytes: [UInt8]

    public init(bytes: [UInt8]) throws(ZeroMQError) {
        guard bytes.count == CurveKey.byteCount else { throw CurveKey.error("a key has 32 bytes, not \(bytes.count)") }
        self.bytes = bytes
    }

    public init(z85 text: String) throws(ZeroMQError) {
        guard text.utf8.count == CurveKey.z85Count else {
            throw CurveKey.error("a key has 40 characters of Z85, not \(text.utf8.count)")
        }
        var bytes = [UInt8](repeating: 0, count: CurveKey.byteCount)
        guard zmq_z85_decode(&bytes, text) != nil else {
            throw CurveKey.error("copy it again: it is not written in Z85")
        }
        self.bytes = bytes
    }

    /// The key in words: a secret, when it is one.
    public var z85: String {
        var text = [CChar](repeating: 0, count: CurveKey.z85Count + 1)
        _ = zmq_z85_encode(&text, bytes, bytes.count)
        return text.withUnsafeBufferPointer { buffer in
            String(decoding: buffer.prefix(CurveKey.z85Count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    public var description: String { "a CURVE key" }

    private static func error(_ remedy: String) -> ZeroMQError {
        ZeroMQError(.invalidKey, "read the CURVE key", remedy: remedy)
    }
}

/// A key pair of one party.
public struct CurveKeyPair: Sendable {
    public let publicKey: CurveKey
    public let secretKey: CurveKey

    public init(publicKey: CurveKey, secretKey: CurveKey) {
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    /// A new pair from the system's random numbers.
    /// - Throws: ``ZeroMQError/Code/capabilityMissing``.
    public static func generate() throws(ZeroMQError) -> CurveKeyPair {
        try Library.check(needs: .curve)
        var publicText = [CChar](repeating: 0, count: CurveKey.z85Count + 1)
        var secretText = publicText
        let result = cz_curve_keypair(&publicText, &secretText)
        if result < 0 { throw ZeroMQError(result: result, "make a CURVE key pair") }
        return CurveKeyPair(
            publicKey: try CurveKey(z85: text(publicText)), secretKey: try CurveKey(z85: text(secretText)))
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix(CurveKey.z85Count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
