import CadreContract
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

    init(
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
    /// Creates the payload of a rejected event.
    init(_ pending: PendingEvent, _ rejection: Rejection) {
        let bytes = if case .event(let received) = pending.reading { received.bytes } else { rejection.bytes }
        self.init(
            reason: rejection.reason.rawValue, detail: rejection.detail, topic: pending.topic,
            mission: rejection.mission?.text, source: rejection.source, id: rejection.id, received: pending.received,
            bytes: bytes)
    }
}
