import CadrePlanning

/// A payload that was not accepted, with the reason, for the operator. Source: CONTRACT § 2, "Rejection".
public struct RejectedPayload: Equatable, Sendable {
    /// One of the contract's reasons, such as `schema`.
    public var reason: String
    /// The member at fault and the expectation.
    public var detail: String
    /// The topic, or `nil` if it is not text.
    public var topic: String?
    /// The mission, or `nil` if it could not be read.
    public var mission: String?
    /// The source, or `nil` if it could not be read.
    public var source: String?
    /// The event's id, or `nil` if it could not be read.
    public var id: String?
    /// The time of arrival by this machine's clock.
    public var received: Instant
    /// The payload as received; the journal stores its first 64 KiB.
    public var bytes: [UInt8]

    public init(
        reason: String, detail: String, topic: String?, mission: String?, source: String?, id: String?,
        received: Instant, bytes: [UInt8]
    ) {
        self.reason = reason
        self.detail = detail
        self.topic = topic
        self.mission = mission
        self.source = source
        self.id = id
        self.received = received
        self.bytes = bytes
    }
}

extension RejectedPayload {
    /// Creates the rejection of an event that the journal did not accept.
    init(_ arrival: Arrival, reason: String, detail: String) {
        self.init(
            reason: reason, detail: detail, topic: arrival.topic, mission: arrival.event.event.mission.text,
            source: arrival.event.event.stamp.source, id: arrival.event.event.stamp.id, received: arrival.received,
            bytes: arrival.event.bytes)
    }
}
