import CZeroMQ

/// The public and the secret CURVE key of one party.
public struct CurveKeyPair: Sendable {
    /// The key that peers must know.
    public let publicKey: CurveKey
    /// The key that no other party may know.
    public let secretKey: CurveKey

    /// Creates a pair of existing keys, without a check that they belong together.
    public init(publicKey: CurveKey, secretKey: CurveKey) {
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    /// Generates a new pair from the system's random numbers.
    /// - Throws: ``ZeroMQError/Code/capabilityMissing``.
    public static func generate() throws(ZeroMQError) -> CurveKeyPair {
        try Library.check(needs: .curve)
        var publicText = [CChar](repeating: 0, count: CurveKey.z85Count + 1)
        var secretText = publicText
        let result = cz_curve_keypair(&publicText, &secretText)
        if result < 0 { throw ZeroMQError(result: result, "create a CURVE key pair") }
        return CurveKeyPair(
            publicKey: try CurveKey(z85: text(publicText)), secretKey: try CurveKey(z85: text(secretText)))
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix(CurveKey.z85Count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
