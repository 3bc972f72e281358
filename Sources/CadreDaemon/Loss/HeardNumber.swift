import CadreContract

/// The sequence number of an event or a head.
struct HeardNumber: Sendable {
    var stream: LossTracker.Stream
    var number: UInt64
    var isHead: Bool
}
