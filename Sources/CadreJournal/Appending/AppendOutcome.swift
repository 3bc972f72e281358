/// The result of appending an event, valid once its batch is durable.
public enum AppendOutcome: Equatable, Sendable {
    /// The event is new and was appended.
    case accepted(sequence: Int)
    /// The journal contains an event of this source and id with the same data, at `sequence`.
    case duplicate(sequence: Int)
    /// The journal contains an event of this source and id with different data, at `sequence`. Stored as a rejection
    /// with this detail.
    case conflict(sequence: Int, detail: String)
    /// The event is new but exceeds a limit. Stored as a rejection with this detail.
    case overLimit(detail: String)
}
