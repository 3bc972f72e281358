/// The subscription events that one turn received from an XPUB.
public struct SubscriptionTurn: Sendable {
    /// The events in order of arrival.
    public var events: [SubscriptionEvent] = []
    /// The number of messages that are not valid events: empty, of several frames, or with another first byte. Peers
    /// can send any content.
    public var malformedMessages = 0
    /// Whether more events may be waiting, because the turn reached its bound.
    public var isFull = false
}
