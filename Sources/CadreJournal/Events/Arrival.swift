import CadreContract
import CadrePlanning

/// An event to be appended to the journal: valid and authorised, but not yet known to be new.
public struct Arrival: Sendable {
    /// The event with its bytes as received.
    public var event: ReceivedEvent
    /// The event's topic. For an event from the control socket, the topic that a publisher would have used.
    public var topic: String
    /// The publisher's name in the authorisation file, or `nil` without CURVE.
    public var name: String?
    /// The time of arrival by this machine's clock.
    public var received: Instant
    /// Whether its entity already has a document that supersedes it. Source: MODEL § 2.
    public var isSuperseded: Bool
    /// The detail of a limit (of missions or of entities) that it would exceed, or `nil`. Source: CONTRACT § 9.
    ///
    /// The journal then rejects the event as `limit`, unless it is a duplicate or a conflict, which take precedence.
    public var overLimit: String?

    public init(
        event: ReceivedEvent, topic: String, name: String?, received: Instant, isSuperseded: Bool,
        overLimit: String? = nil
    ) {
        self.event = event
        self.topic = topic
        self.name = name
        self.received = received
        self.isSuperseded = isSuperseded
        self.overLimit = overLimit
    }
}
