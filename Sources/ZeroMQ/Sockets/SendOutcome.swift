/// What became of a message that was to be sent.
public enum SendOutcome: Hashable, Sendable {
    /// libzmq has it. (On PUB and XPUB that says nothing of any reader: they drop for slow ones in silence.)
    case sent
    /// The queue of the only possible peer is full, or there is no peer yet: nothing was sent.
    case full
    /// ROUTER: no peer of this identity is connected (any more): nothing was sent.
    case unreachable
}
