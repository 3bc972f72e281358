import CadreContract
import CadrePlanning

/// An event on its way into the journal: valid, authorised, not yet known to be new.
public struct Arrival: Sendable {
    public var event: ReceivedEvent
    /// The topic it came on, or, over the control socket, would have come on.
    public var topic: String
    /// Who brought it, by the authorisation file; `nil` without CURVE.
    public var name: String?
    /// When it came, by this machine's clock.
    public var received: Instant
    /// Whether a later word on its entity stands already. Source: MODEL § 2.
    public var isSuperseded: Bool
    /// Where it would go over a limit (of missions, of entities), the detail of that: it is then rejected as `limit`,
    /// unless it is a duplicate or a conflict, which come first. Source: CONTRACT § 9.
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

/// What became of an arrival, once its batch is on the disk.
public enum AppendOutcome: Equatable, Sendable {
    /// New, and journaled.
    case accepted(sequence: Int)
    /// The journal has this source and id with the same data, at `sequence`.
    case duplicate(sequence: Int)
    /// The journal has this source and id with other data, at `sequence`: kept as a rejection with this detail.
    case conflict(sequence: Int, detail: String)
    /// New, but over a limit: kept as a rejection with this detail.
    case overLimit(detail: String)
}
