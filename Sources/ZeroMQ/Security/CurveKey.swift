import CZeroMQ
import Glibc

/// A public or secret CURVE key: 32 bytes, written as 40 characters of Z85. Its description never contains the key.
public struct CurveKey: Hashable, Sendable, CustomStringConvertible {
    /// The number of bytes of a key.
    public static let byteCount = 32
    /// The number of characters of a key in Z85.
    public static let z85Count = 40
    let bytes: [UInt8]

    /// Creates a key from its bytes.
    /// - Throws: ``ZeroMQError/Code/invalidKey`` unless there are 32 bytes.
    public init(bytes: [UInt8]) throws(ZeroMQError) {
        guard bytes.count == CurveKey.byteCount else {
            throw CurveKey.error("use a key of 32 bytes instead of \(bytes.count)")
        }
        self.bytes = bytes
    }

    /// Creates a key from its text in Z85.
    /// - Throws: ``ZeroMQError/Code/invalidKey`` unless it is 40 characters of Z85.
    public init(z85 text: String) throws(ZeroMQError) {
        guard text.utf8.count == CurveKey.z85Count else {
            throw CurveKey.error("use a key of 40 characters of Z85 instead of \(text.utf8.count)")
        }
        var bytes = [UInt8](repeating: 0, count: CurveKey.byteCount)
        guard zmq_z85_decode(&bytes, text) != nil else {
            throw CurveKey.error("copy the key again: the text is not valid Z85")
        }
        self.bytes = bytes
    }

    /// The key in Z85. It must be kept secret if the key is a secret key.
    public var z85: String {
        var text = [CChar](repeating: 0, count: CurveKey.z85Count + 1)
        _ = zmq_z85_encode(&text, bytes, bytes.count)
        return text.withUnsafeBufferPointer { buffer in
            String(decoding: buffer.prefix(CurveKey.z85Count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    /// A constant text without the key, so that logs never reveal it.
    public var description: String { "a CURVE key" }

    private static func error(_ remedy: String) -> ZeroMQError {
        ZeroMQError(.invalidKey, "read the CURVE key", remedy: remedy)
    }
}
