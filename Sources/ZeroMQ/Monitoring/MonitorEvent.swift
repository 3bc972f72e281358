import CZeroMQ

/// A change in the state of a socket's connection.
public struct MonitorEvent: Hashable, Sendable {
    /// The kind of change.
    public enum Kind: String, Sendable, CaseIterable {
        /// A peer connected to a bound endpoint; the handshake is still to come.
        case accepted
        case disconnected
        case handshakeSucceeded
        /// The peer disconnected or stopped responding during the handshake.
        case handshakeFailedNoDetail
        /// The peer does not use ZMTP, or violates it.
        case handshakeFailedProtocol
        /// The ZAP handler refused the peer.
        case handshakeFailedAuth
    }
    /// The kind of change.
    public let kind: Kind
    /// libzmq's value: a descriptor, an errno, or the ZAP status code.
    public let value: UInt32
    /// The local endpoint of the connection, in libzmq's notation.
    public let endpoint: String

    /// The events to monitor. Not ACCEPT_FAILED: without free descriptors, libzmq emits hundreds of thousands of them.
    static let mask: Int32 = Kind.allCases.reduce(0) { $0 | $1.number }

    /// Creates an event from libzmq's two frames, or `nil` if they are malformed or the event is unknown.
    ///
    /// The first frame is the event (16 bits) and the value (32 bits), unaligned and in the machine's byte order; the
    /// second is the endpoint.
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
