import CadrePlanning

/// What could not be accepted, and why. Source: CONTRACT § 2, rejection.
///
/// `detail` is published: it names members and what was expected of them, never what came; `bytes` are the operator's.
public struct Rejection: Error, Sendable, Equatable {
    public var reason: RejectionReason
    /// The member that is wrong, as a path within `data` (`caveats.sites[2]`) or an attribute (`time`); "" where the
    /// reason is not about one.
    public var member: String
    /// What would do.
    public var expected: String
    /// In one sentence: the member, what was expected, what was found.
    public var detail: String
    /// Of the event, where they could be read.
    public var source: String?
    public var id: String?
    public var mission: ID<Mission>?
    /// The source's own count and what it counts within, where they could be read: a number is seen once its event was
    /// read, whatever became of it. Source: CONTRACT § 5.
    public var sourceSequence: UInt64?
    public var epoch: String
    /// The event alone as it came, or the whole message where it could not be taken apart; the first 64 KiB of it.
    public let bytes: [UInt8]

    public init(
        _ reason: RejectionReason, member: String = "", expected: String = "", detail: String, source: String? = nil,
        id: String? = nil, mission: ID<Mission>? = nil, sourceSequence: UInt64? = nil, epoch: String = "",
        bytes: [UInt8]
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
    }

    /// An event that was read and is refused by what lies outside it: topic, authority, clock, journal.
    public init(_ reason: RejectionReason, of received: ReceivedEvent, expected: String = "", detail: String) {
        self.init(
            reason, expected: expected, detail: detail, source: received.event.stamp.source,
            id: received.event.stamp.id, mission: received.event.mission, sourceSequence: received.sourceSequence,
            epoch: received.epoch, bytes: received.bytes)
    }

    /// As above, of a head.
    public init(_ reason: RejectionReason, of head: SourceHead, expected: String = "", detail: String) {
        self.init(reason, expected: expected, detail: detail, source: head.source, id: head.id, bytes: head.bytes)
    }
}
