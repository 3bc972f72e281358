/// The state of a `LossTracker`, to be stored and restored.
public struct LossMemory: Equatable, Sendable {
    /// The numbers received of one stream.
    public struct Numbering: Equatable, Sendable {
        public var stream: LossTracker.Stream
        /// The number at which the stream opened: earlier numbers do not count as missing.
        public var opened: UInt64
        /// The highest number that was received or announced.
        public var highest: UInt64
        /// The missing numbers up to the highest, in order.
        public var holes: [ClosedRange<UInt64>]

        public init(stream: LossTracker.Stream, opened: UInt64, highest: UInt64, holes: [ClosedRange<UInt64>]) {
            self.stream = stream
            self.opened = opened
            self.highest = highest
            self.holes = holes
        }
    }

    /// The streams; the one silent longest is first and is forgotten first.
    public var numberings: [Numbering]
    /// The count of numbers not tracked for lack of space.
    public var untracked: Int

    public init(numberings: [Numbering], untracked: Int) {
        self.numberings = numberings
        self.untracked = untracked
    }
}
