import CadreContract

/// A parsed event of a submission, with the journal's other columns.
struct ReadEvent: Sendable {
    var reading: Reading
    /// The topic as received if it is text, or the topic of the content if none was received.
    var topic: String?
    /// Whether a topic frame was received: a notice of rejection names the topic then.
    var hasTopicFrame: Bool
    var name: String?
}
