import CZeroMQ

/// Who may connect, and whether what is said can be read on the way.
public enum Security: Sendable {
    /// Anybody who reaches the endpoint, in clear, and every property of a peer may be forged. For loopback, ipc and
    /// trusted networks only.
    ///
    /// A domain makes libzmq refuse peers of ZMTP 1.0 and 2.0, with or without a ZAP handler. An empty one serves them,
    /// web browsers among them: libzmq reads an HTTP POST as frames of ZMTP 1.0, and so every web page can send to a
    /// tcp socket of this machine. A handler in the same context is asked about the peers of this domain.
    case none(zapDomain: String)
    /// Encrypted; who may connect is asked of the ZAP handler (bound to `inproc://zeromq.zap.01` before any bind) under
    /// this domain. The domain must not be empty, and it is always enforced: without a handler nobody gets in. Either
    /// of the two alone would let strangers in.
    case curveServer(secretKey: CurveKey, zapDomain: String)
    /// Encrypted, to the server that has this public key.
    case curveClient(serverKey: CurveKey, keys: CurveKeyPair)
}

extension Security {
    /// The ZAP domain of a socket that was given none of its own.
    public static let zapDomainDefault = "zeromq"
}

extension SocketCore {
    /// Sets the security options and proves that the domain is enforced: 93 lies in the draft part of libzmq's header.
    func apply(_ security: Security) throws(ZeroMQError) {
        switch security {
        case .none(let zapDomain):
            // To set an empty one is an error; it is what there is without.
            if !zapDomain.isEmpty { try set("zapDomain", ZMQ_ZAP_DOMAIN, bytes: Array(zapDomain.utf8)) }
        case .curveServer(let secretKey, let zapDomain):
            try Library.check(needs: .curve)
            guard !zapDomain.isEmpty else {
                throw ZeroMQError(
                    .invalidOption, "set the option zapDomain", subject: "\"\"",
                    remedy: "name a domain: with an empty one libzmq lets everybody in")
            }
            try set("curveServer", ZMQ_CURVE_SERVER, Int32(1))
            try set("secretKey", ZMQ_CURVE_SECRETKEY, bytes: secretKey.bytes)
            try set("zapDomain", ZMQ_ZAP_DOMAIN, bytes: Array(zapDomain.utf8))
            let enforce = Int32(CZ_ZAP_ENFORCE_DOMAIN)
            try set("zapEnforceDomain", enforce, Int32(1))
            guard try get("zapEnforceDomain", enforce, as: Int32.self) == 1 else {
                throw ZeroMQError(
                    .capabilityMissing, "enforce the ZAP domain",
                    remedy: "install libzmq \(Library.versionMin) or later")
            }
        case .curveClient(let serverKey, let keys):
            try Library.check(needs: .curve)
            try set("serverKey", ZMQ_CURVE_SERVERKEY, bytes: serverKey.bytes)
            try set("publicKey", ZMQ_CURVE_PUBLICKEY, bytes: keys.publicKey.bytes)
            try set("secretKey", ZMQ_CURVE_SECRETKEY, bytes: keys.secretKey.bytes)
        }
    }
}
