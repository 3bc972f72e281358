import CadreContract
import CadrePlanning

/// What came in together, and is answered together where somebody waits for it.
struct Submission: Sendable {
    /// By which road. Source: CONTRACT § 1.
    enum Road: Sendable, Equatable {
        case intake
        /// Control, a replay or the node's own clock: there is no topic to compare with.
        case control
        /// Of another node's journal.
        case replay
    }

    var road: Road
    var messages: [IncomingMessage]
    /// By this machine's clock: what the journal keeps.
    var received: Instant
    /// For measuring.
    var arrived: ContinuousClock.Instant
    /// Called exactly once, when everything in it is durable or is not going to be.
    var reply: (@Sendable (SubmissionOutcome) -> Void)?

    init(
        road: Road, messages: [IncomingMessage], received: Instant = .now, arrived: ContinuousClock.Instant = .now,
        reply: (@Sendable (SubmissionOutcome) -> Void)? = nil
    ) {
        self.road = road
        self.messages = messages
        self.received = received
        self.arrived = arrived
        self.reply = reply
    }

    var byteCount: Int { messages.reduce(0) { $0 + $1.byteCount } }
}

/// What is told to whoever submitted: one outcome for each event, in order, or why nothing was done.
typealias SubmissionOutcome = Result<[EventSubmit.Outcome], ControlError>

/// A message before anybody looked into it.
struct IncomingMessage: Sendable {
    enum Content: Sendable {
        case framed(topic: [UInt8], payload: [UInt8])
        /// Not two frames: their number, and the bytes of the first and the last.
        case misframed(frames: Int, topic: [UInt8], bytes: [UInt8])
        /// Events that need no topic.
        case events([UInt8])
    }

    var content: Content
    /// Who carried it, by the authorisation file; `nil` without CURVE.
    var name: String?

    init(_ content: Content, name: String? = nil) {
        self.content = content
        self.name = name
    }

    var byteCount: Int {
        switch content {
        case .framed(let topic, let payload): topic.count + payload.count
        case .misframed(_, let topic, let bytes): topic.count + bytes.count
        case .events(let bytes): bytes.count
        }
    }
}
