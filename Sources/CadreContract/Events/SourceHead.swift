import CadrePlanning

/// The highest sequence number that a source announced: the missing numbers up to it were lost. Source: CONTRACT § 5.
public struct SourceHead: Sendable, Equatable {
    public var source: String
    /// The epoch of the numbers; "" if absent.
    public var epoch: String
    /// The last number that the source assigned; 0 before the first.
    public var sequence: UInt64
    /// The id in the envelope. Heads are not journaled, so their ids identify nothing.
    public var id: String
    public var time: Instant
    /// The JSON of the head as received.
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
    /// The `data` of a head.
    struct Content: Sendable {
        var sequence: UInt64 = 0
        /// The epoch, or `nil` if that of the envelope applies.
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
