/// The result of sending a message.
public enum SendOutcome: Hashable, Sendable {
    /// libzmq accepted the message. On PUB and XPUB it may still be lost: they drop messages for slow readers silently.
    case sent
    /// Nothing was sent: the queues of all possible peers are full, or no peer is connected.
    case full
    /// Nothing was sent: no peer with this identity is connected to the ROUTER.
    case unreachable
}
