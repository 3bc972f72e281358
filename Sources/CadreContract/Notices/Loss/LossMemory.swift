/// The memory of a `LossTracker`, which snapshots contain.
public struct LossMemory: Equatable, Sendable {
    /// The received numbers of one stream.
    public struct Numbering: Equatable, Sendable {
        public var stream: LossTracker.Stream
        /// The number at which the stream opened; earlier numbers are not missing.
        public var opened: UInt64
        /// The highest number that was received or announced.
        public var highest: UInt64
        /// The missing numbers up to there, in order.
        public var holes: [ClosedRange<UInt64>]

        public init(stream: LossTracker.Stream, opened: UInt64, highest: UInt64, holes: [ClosedRange<UInt64>]) {
            self.stream = stream
            self.opened = opened
            self.highest = highest
            self.holes = holes
        }
    }

    /// The streams, beginning with the one that was silent longest, which is removed first.
    public var numberings: [Numbering]
    /// The number of received numbers that were not tracked.
    public var untracked: Int

    public init(numberings: [Numbering], untracked: Int) {
        self.numberings = numberings
        self.untracked = untracked
    }
}
