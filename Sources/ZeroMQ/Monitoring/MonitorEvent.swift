import CZeroMQ

/// What happened to a socket's connections.
public struct MonitorEvent: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A peer connected to a bound endpoint; it still has to say who it is.
        case accepted
        case disconnected
        case handshakeSucceeded
        /// The peer went away or fell silent during the handshake.
        case handshakeFailedNoDetail
        /// The peer does not speak ZMTP, or not as it should.
        case handshakeFailedProtocol
        /// The ZAP handler refused the peer.
        case handshakeFailedAuth
    }
    public let kind: Kind
    /// libzmq's value: a descriptor, an errno, or the ZAP status code.
    public let value: UInt32
    /// The own endpoint that the connection belongs to, as libzmq writes it.
    public let endpoint: String

    /// The events asked for. Not ACCEPT_FAILED: out of descriptors, libzmq makes hundreds of thousands of them.
    static let mask: Int32 = Kind.allCases.reduce(0) { $0 | $1.number }

    /// Reads libzmq's two frames: event (16 bits) and value (32 bits), unaligned, in the machine's order; endpoint.
    init?(_ message: borrowing ReceivedMessage) {
        guard message.frameCountTotal == 2 else { return nil }
        let numbers = message.withUnsafeBytes(0) { bytes -> (UInt16, UInt32)? in
            guard bytes.count >= 6 else { return nil }
            return (
                bytes.loadUnaligned(fromByteOffset: 0, as: UInt16.self),
                bytes.loadUnaligned(fromByteOffset: 2, as: UInt32.self)
            )
        }
        guard let numbers, let kind = Kind.allCases.first(where: { $0.number == Int32(numbers.0) }) else { return nil }
        self.kind = kind
        value = numbers.1
        endpoint = message.withUnsafeBytes(1) { String(decoding: $0, as: UTF8.self) }
    }
}

extension MonitorEvent.Kind {
    var number: Int32 {
        switch self {
        case .accepted: ZMQ_EVENT_ACCEPTED
        case .disconnected: ZMQ_EVENT_DISCONNECTED
        case .handshakeSucceeded: ZMQ_EVENT_HANDSHAKE_SUCCEEDED
        case .handshakeFailedNoDetail: ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL
        case .handshakeFailedProtocol: ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL
        case .handshakeFailedAuth: ZMQ_EVENT_HANDSHAKE_FAILED_AUTH
        }
    }
}
