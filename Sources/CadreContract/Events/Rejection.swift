import CadrePlanning

/// An event or message that was not accepted, with the reason. Source: CONTRACT § 2, rejection.
///
/// `detail` is published: it names members and the expected values, never the content received. `bytes` are only for
/// the operator.
public struct Rejection: Error, Sendable, Equatable {
    public var reason: RejectionReason
    /// The invalid member, as a path within `data` (`caveats.sites[2]`) or an attribute (`time`); "" if the reason does
    /// not concern a member.
    public var member: String
    /// The expected value.
    public var expected: String
    /// One sentence with the member, the expected value and the kind of value found.
    public var detail: String
    /// The source of the event, if it could be read; likewise `id` and `mission`.
    public var source: String?
    public var id: String?
    public var mission: ID<Mission>?
    /// The source's own sequence number, if it and the epoch could be read: a number counts as received once its event
    /// was read, whatever the outcome. Source: CONTRACT § 5.
    public var sourceSequence: UInt64?
    public var epoch: String
    /// The JSON of the event as received, or the whole message if it could not be split; at most its first 64 KiB.
    public let bytes: [UInt8]
    /// The type of the event, or `nil` if it was rejected before its type was read.
    public let type: EventType?

    public init(
        _ reason: RejectionReason, member: String = "", expected: String = "", detail: String, source: String? = nil,
        id: String? = nil, mission: ID<Mission>? = nil, sourceSequence: UInt64? = nil, epoch: String = "",
        bytes: [UInt8], type: EventType? = nil
    ) {
        self.reason = reason
        self.member = member
        self.expected = expected
        self.detail = detail
        self.source = source
        self.id = id
        self.mission = mission
        self.sourceSequence = sourceSequence
        self.epoch = epoch
        let bytesMax = ContractLimits.rejectedBytesMax
        self.bytes = bytes.count <= bytesMax ? bytes : Array(bytes.prefix(bytesMax))
        self.type = type
    }

    /// Creates the rejection of an event that is valid but refused because of topic, authority, clock or journal.
    public init(_ reason: RejectionReason, of received: ReceivedEvent, expected: String = "", detail: String) {
        self.init(
            reason, expected: expected, detail: detail, source: received.event.stamp.source,
            id: received.event.stamp.id, mission: received.event.mission, sourceSequence: received.sourceSequence,
            epoch: received.epoch, bytes: received.bytes, type: EventType(rawValue: received.type))
    }

    /// Creates the rejection of a head that is valid but refused because of topic, authority or clock.
    public init(_ reason: RejectionReason, of head: SourceHead, expected: String = "", detail: String) {
        self.init(
            reason, expected: expected, detail: detail, source: head.source, id: head.id, bytes: head.bytes,
            type: .sourceHead)
    }
}
