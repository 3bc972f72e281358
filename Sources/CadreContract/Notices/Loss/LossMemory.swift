/// What a `LossTracker` remembers, to be kept and taken up again.
public struct LossMemory: Equatable, Sendable {
    /// What has come of one stream.
    public struct Numbering: Equatable, Sendable {
        public var stream: LossTracker.Stream
        /// The number at which the stream opened: what is before it is not missing.
        public var opened: UInt64
        /// The highest number that came or was said to have been given out.
        public var highest: UInt64
        /// What is missing up to there, in order.
        public var holes: [ClosedRange<UInt64>]

        public init(stream: LossTracker.Stream, opened: UInt64, highest: UInt64, holes: [ClosedRange<UInt64>]) {
            self.stream = stream
            self.opened = opened
            self.highest = highest
            self.holes = holes
        }
    }

    /// Whoever has been silent longest is first: he is forgotten first.
    public var numberings: [Numbering]
    /// Numbers not judged for want of room.
    public var untracked: Int

    public init(numberings: [Numbering], untracked: Int) {
        self.numberings = numberings
        self.untracked = untracked
    }
}
