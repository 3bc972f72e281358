import CadreContract
import CadrePlanning

/// One event, head or rejection on its way into the journal: the same value from its reading to its commit.
public struct PendingEvent: Sendable {
    /// The progress of the event.
    public enum Stage: Sendable {
        /// Parsed, but not evaluated.
        case read
        /// Evaluated against the accepted events, but for those whose identity only the journal knows.
        case evaluated(MissionAcceptance.Verdict)
        /// Durable, with its outcome.
        case committed(Outcome)
    }

    /// The outcome of an event, valid once its batch is durable.
    public enum Outcome: Equatable, Sendable {
        /// The event is new and was appended.
        case accepted(sequence: Int)
        /// The event is new and was appended, but another event of its entity stays current. Source: MODEL § 2.
        case superseded(sequence: Int)
        /// The journal contains an event of this source and id with the same data.
        case duplicate(sequence: Int)
        /// The rejection was stored, with this number in the journal's list of rejections.
        indirect case rejected(Rejection, number: Int)
        /// A head. It is not journaled.
        case head
    }

    /// The parsed content.
    public var reading: Reading
    /// The topic as received if it is text, or the topic of the content if none was received.
    public var topic: String?
    /// Whether a topic frame was received: a notice of rejection names the topic then.
    public var hasTopicFrame: Bool
    /// The publisher's name in the authorisation file, or `nil` without CURVE.
    public var name: String?
    /// The time of arrival by this machine's clock.
    public var received: Instant
    public var stage = Stage.read

    /// Creates an event that was read.
    public init(_ reading: Reading, topic: String?, hasTopicFrame: Bool = true, name: String? = nil, received: Instant)
    {
        self.reading = reading
        self.topic = topic
        self.hasTopicFrame = hasTopicFrame
        self.name = name
        self.received = received
    }

    /// Whether it leaves a trace in the journal: heads do not.
    public var isJournaled: Bool {
        if case .head = reading { false } else { true }
    }

    /// The outcome, or `nil` before the commit.
    public var outcome: Outcome? {
        if case .committed(let outcome) = stage { outcome } else { nil }
    }
}
