import CadreContract

/// The sequence number of an event or a head.
struct ReceivedSequence: Equatable, Sendable {
    var stream: LossTracker.Stream
    var number: UInt64
    var isHead: Bool

    init(_ head: SourceHead) {
        stream = LossTracker.Stream(source: head.source, epoch: head.epoch)
        number = head.sequence
        isHead = true
    }

    /// Creates the number of an event.
    init(_ source: String, _ epoch: String, _ number: UInt64) {
        stream = LossTracker.Stream(source: source, epoch: epoch)
        self.number = number
        isHead = false
    }
}
