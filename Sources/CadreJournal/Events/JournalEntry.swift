import CadrePlanning

/// One accepted event as the journal has it. Source: ARCHITECTURE § 6.
public struct JournalEntry: Sendable {
    /// Its place in the journal: 1, 2, 3 … without holes.
    public var sequence: Int
    /// When it came, by this machine's clock.
    public var received: Instant
    /// The topic it came on, or would have come on.
    public var topic: String
    /// Who brought it, by the authorisation file; `nil` without CURVE.
    public var name: String?
    public var mission: String
    public var source: String
    public var id: String
    /// What the source counts within; "" where it says nothing.
    public var epoch: String
    /// The source's own count, where it counts.
    public var sourceSequence: UInt64?
    /// The event's `time`.
    public var time: Instant
    /// Whether a later word on its entity stood already when it came. Source: MODEL § 2.
    public var isSuperseded: Bool
    /// The event's JSON, byte for byte as it came.
    public var bytes: [UInt8]
}
