import ZeroMQ

/// The daemon's three sockets. Source: CONTRACT § 1.
enum SocketName: String, CaseIterable, Sendable {
    case intake, estimates, control

    /// The socket's ZAP domain: one per socket, so that a handler can decide by purpose. Source: ZEROMQ § 5.
    var security: Security { .none(zapDomain: "cadre.\(rawValue)") }
}
