import CadrePlanning

/// How far a source has counted, as it says itself: what is missing up to there was lost. Source: CONTRACT § 5.
public struct SourceHead: Sendable, Equatable {
    public var source: String
    /// What the source counts within; "" where it says nothing.
    public var epoch: String
    /// The last number it gave; 0 before the first.
    public var sequence: UInt64
    /// The envelope's. Heads are not journaled, so their ids identify nothing.
    public var id: String
    public var time: Instant
    /// The head's JSON alone, as it came.
    public var bytes: [UInt8]

    public init(source: String, epoch: String, sequence: UInt64, id: String, time: Instant, bytes: [UInt8]) {
        self.source = source
        self.epoch = epoch
        self.sequence = sequence
        self.id = id
        self.time = time
        self.bytes = bytes
    }
}

extension SourceHead {
    /// What a head says in its `data`.
    struct Content: Sendable {
        var sequence: UInt64 = 0
        /// `nil`: the epoch of the envelope counts.
        var epoch: String?

        static let table = ObjectTable(
            "head", "The highest number that a source has used (§ 5); it names no mission", from: Content(),
            fields: [
                .required("sequence", \.sequence, .sequence(least: 0), "The last number that the source gave"),
                .optional("epoch", \.epoch, .text, "What the source counts within; absent: as in the envelope"),
            ])
    }

    init(_ envelope: EventEnvelope, _ content: Content, bytes: [UInt8]) {
        self.init(
            source: envelope.source, epoch: content.epoch ?? envelope.epoch, sequence: content.sequence,
            id: envelope.id, time: envelope.time, bytes: bytes)
    }
}
