import CHashing

/// A SHA-256 digest in the making, computed by OpenSSL's libcrypto.
///
/// ```swift
/// var hash = SHA256()
/// hash.update(header)
/// hash.update(payload)
/// let digest = hash.finalize()
/// ```
public struct SHA256: ~Copyable {
    /// The number of bytes of a digest.
    public static let byteCount = 32

    private let context: OpaquePointer

    /// Starts a digest.
    public init() {
        // libcrypto fails here only if no memory is left, as an array would.
        guard let context = ch_new(), ch_begin(context, Algorithm.sha256.pointer) == 1 else {
            preconditionFailure("libcrypto cannot start a digest")
        }
        self.context = context
    }

    deinit { ch_free(context) }

    /// Adds bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let result = ch_update(context, bytes.baseAddress, bytes.count)
        precondition(result == 1, "libcrypto cannot continue a digest")
    }

    /// Adds bytes.
    public mutating func update(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// Adds bytes.
    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// Returns the digest of all bytes, ``byteCount`` of them.
    public consuming func finalize() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.byteCount) { buffer, count in
            let result = ch_end(context, buffer.baseAddress)
            precondition(result == 1, "libcrypto cannot end a digest")
            count = Self.byteCount
        }
    }

    /// Returns the digest of some bytes.
    public static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finalize()
    }
}

/// An algorithm of libcrypto.
///
/// Unchecked, because the compiler cannot check the pointer: a fetched `EVP_MD` never changes and is never freed
/// here, and libcrypto permits its use by any number of threads (openssl-threads(7)).
private struct Algorithm: @unchecked Sendable {
    let pointer: OpaquePointer?

    static let sha256 = Algorithm(pointer: ch_sha256())
}
