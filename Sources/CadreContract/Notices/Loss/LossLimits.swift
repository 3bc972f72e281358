/// The bounds on the memory of a `LossTracker`.
public struct LossLimits: Equatable, Sendable {
    /// The maximum number of streams (a source and an epoch). A source that counts per mission has one stream per mission,
    /// and there are at most 10,000 missions (CONTRACT § 2). A stream without holes takes some 200 bytes.
    public var streamsMax: Int
    /// The maximum number of holes of one stream. A request of `journal.read` contains them.
    public var holesMax: Int

    public init(streamsMax: Int = 20_000, holesMax: Int = 1_000) {
        precondition(streamsMax >= 1 && holesMax >= 1)
        self.streamsMax = streamsMax
        self.holesMax = holesMax
    }
}
