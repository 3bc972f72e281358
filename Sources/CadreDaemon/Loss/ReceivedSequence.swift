import CadreContract

/// The sequence number of an event or a head.
struct ReceivedSequence: Equatable, Sendable {
    var stream: LossTracker.Stream
    var number: UInt64
    var isHead: Bool
    /// The journal sequence of an accepted event, or `nil` for a head, a duplicate or a rejected event.
    var sequence: Int?

    init(_ head: SourceHead) {
        stream = LossTracker.Stream(source: head.source, epoch: head.epoch)
        number = head.sequence
        isHead = true
    }

    /// Creates the number of an event.
    init(_ source: String, _ epoch: String, _ number: UInt64, sequence: Int? = nil) {
        stream = LossTracker.Stream(source: source, epoch: epoch)
        self.number = number
        self.sequence = sequence
        isHead = false
    }
}
