/// Bounds on what a `LossTracker` remembers.
public struct LossLimits: Equatable, Sendable {
    /// Streams (a source and an epoch) followed at once. A source counting per mission has one a mission, and there are
    /// at most 10,000 missions (CONTRACT § 2); a stream without holes takes some 200 bytes.
    public var streamsMax: Int
    /// Holes kept apart in one stream; `journal.read` is asked by them, so they should fit into one request.
    public var holesMax: Int

    public init(streamsMax: Int = 20_000, holesMax: Int = 1_000) {
        precondition(streamsMax >= 1 && holesMax >= 1)
        self.streamsMax = streamsMax
        self.holesMax = holesMax
    }
}
