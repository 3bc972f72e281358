import CadrePlanning

/// One accepted event in the journal. Source: ARCHITECTURE § 6.
public struct JournalEntry: Sendable {
    /// The position in the journal: 1, 2, 3 … without gaps.
    public var sequence: Int
    /// The time of arrival by this machine's clock.
    public var received: Instant
    /// The event's topic. For an event from the control socket, the topic that a publisher would have used.
    public var topic: String
    /// The publisher's name in the authorisation file, or `nil` without CURVE.
    public var name: String?
    /// The id of the event's mission.
    public var mission: String
    /// The event's source, which identifies it together with `id`.
    public var source: String
    /// The event's id, unique within its source.
    public var id: String
    /// The source's epoch, within which it numbers its events, or "" if the event names none.
    public var epoch: String
    /// The source's own sequence number, or `nil` if it does not number its events.
    public var sourceSequence: UInt64?
    /// The event's `time`.
    public var time: Instant
    /// Whether its entity already had a document that superseded it on arrival. Source: MODEL § 2.
    public var isSuperseded: Bool
    /// The event's JSON, byte for byte as received.
    public var bytes: [UInt8]
}
