/// The name of a property of the connection on which a frame was received.
public struct PeerProperty: Hashable, Sendable {
    /// The name that `zmq_msg_gets` expects.
    public let name: String
    /// Creates a property, such as one that a ZAP handler sets.
    public init(_ name: String) { self.name = name }

    /// The name that the ZAP handler assigned to the peer's key, or `nil` if it is empty.
    ///
    /// Trustworthy only on a socket with CURVE and an enforced ZAP domain (``Security``): on any other socket, the peer
    /// can set it to any text.
    public static let userID = PeerProperty("User-Id")
    /// The peer's address: numeric for tcp, `host:uid:gid:pid` for ipc. The only other property that a peer cannot
    /// forge.
    public static let peerAddress = PeerProperty("Peer-Address")
    /// The peer's socket type, as declared by the peer.
    public static let socketType = PeerProperty("Socket-Type")
}
