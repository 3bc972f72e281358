import CZeroMQ

extension SocketCore {
    /// Sets the security options and checks that the domain is enforced: that option is in the draft part of libzmq's
    /// header.
    func apply(_ security: Security) throws(ZeroMQError) {
        switch security {
        case .none(let zapDomain):
            // libzmq refuses to set an empty domain, which is its default.
            if !zapDomain.isEmpty { try set("zapDomain", ZMQ_ZAP_DOMAIN, bytes: Array(zapDomain.utf8)) }
        case .curveServer(let secretKey, let zapDomain):
            try Library.check(needs: .curve)
            guard !zapDomain.isEmpty else {
                throw ZeroMQError(
                    .invalidOption, "set the option zapDomain", subject: "\"\"",
                    remedy: "use a non-empty domain: with an empty one libzmq accepts every peer")
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
