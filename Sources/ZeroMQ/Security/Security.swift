/// The authentication and encryption of a socket's connections.
public enum Security: Sendable {
    /// No authentication and no encryption; a peer can forge every property. For loopback, ipc and trusted networks
    /// only.
    ///
    /// With a domain, libzmq refuses peers of ZMTP 1.0 and 2.0, with or without a ZAP handler. With an empty domain it
    /// accepts them, including web browsers: libzmq parses an HTTP POST as frames of ZMTP 1.0, so that every web page
    /// could send to a tcp socket of this machine. A ZAP handler in the same context authenticates the peers of this
    /// domain.
    case none(zapDomain: String)
    /// Encryption, with the server's secret key; the ZAP handler authenticates peers under this domain.
    ///
    /// The handler must be bound to `inproc://zeromq.zap.01` before any other bind. The domain must not be empty, and
    /// it is always enforced: without a handler, no peer can connect. With only one of these two rules, unknown peers
    /// could connect.
    case curveServer(secretKey: CurveKey, zapDomain: String)
    /// Encryption, and connections only to the server that has this public key.
    case curveClient(serverKey: CurveKey, keys: CurveKeyPair)
}

extension Security {
    /// The ZAP domain of a socket whose options do not set one.
    public static let zapDomainDefault = "zeromq"
}
