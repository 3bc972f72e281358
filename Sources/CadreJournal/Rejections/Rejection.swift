import CadrePlanning

/// Something that was not accepted, as the operator may see it. Source: CONTRACT § 2, "Rejection".
public struct Rejection: Equatable, Sendable {
    /// One of the contract's, such as `schema`.
    public var reason: String
    /// Which member, what was expected.
    public var detail: String
    /// The topic it came on, as far as it is text.
    public var topic: String?
    /// Mission, source and id as far as they could be read.
    public var mission: String?
    public var source: String?
    public var id: String?
    /// When it came, by this machine's clock.
    public var received: Instant
    /// What came, byte for byte; the journal keeps the first 64 KiB.
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

/// A rejection as the journal keeps it.
public struct KeptRejection: Equatable, Sendable {
    /// 1, 2, 3 … in the order in which they came, never given twice.
    public var number: Int
    /// With at most the first 64 KiB of its bytes.
    public var rejection: Rejection
    /// How many bytes came.
    public var bytesTotal: Int
}

extension Rejection {
    /// What the journal keeps of an arrival that it did not accept.
    init(_ arrival: Arrival, reason: String, detail: String) {
        self.init(
            reason: reason, detail: detail, topic: arrival.topic, mission: arrival.event.event.mission.text,
            source: arrival.event.event.stamp.source, id: arrival.event.event.stamp.id, received: arrival.received,
            bytes: arrival.event.bytes)
    }
}
