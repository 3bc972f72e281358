import CadreContract
import CadrePlanning

/// Messages that arrived together and are answered together.
struct Submission: Sendable {
    /// The channel on which the submission arrived. Source: CONTRACT § 1.
    enum Channel: Sendable, Equatable {
        case intake
        /// Control, or the node's clock: there is no topic to compare with.
        case control
        /// The journal of another node.
        case replay
    }

    var channel: Channel
    var messages: [IncomingMessage]
    /// The time of arrival by the machine's clock, for the journal.
    var received: Instant
    /// The time of arrival, for measurements.
    var arrived: ContinuousClock.Instant
    /// Receives the outcome. It is called exactly once, when everything is durable or refused.
    var reply: (@Sendable (SubmissionOutcome) -> Void)?

    init(
        channel: Channel, messages: [IncomingMessage], received: Instant = .now,
        arrived: ContinuousClock.Instant = .now,
        reply: (@Sendable (SubmissionOutcome) -> Void)? = nil
    ) {
        self.channel = channel
        self.messages = messages
        self.received = received
        self.arrived = arrived
        self.reply = reply
    }

    var byteCount: Int { messages.reduce(0) { $0 + $1.byteCount } }
}
