/// Bounds on the state of a `LossTracker`.
public struct LossLimits: Equatable, Sendable {
    /// The number of streams (a source and an epoch) tracked at once. A source that numbers per mission has one stream
    /// per mission, and there are at most 10,000 missions (CONTRACT § 2); a stream without holes takes some 200 bytes.
    public var streamsMax: Int
    /// The number of holes recorded separately per stream; `journal.read` requests them, so they should fit into one
    /// request.
    public var holesMax: Int

    public init(streamsMax: Int = 20_000, holesMax: Int = 1_000) {
        precondition(streamsMax >= 1 && holesMax >= 1)
        self.streamsMax = streamsMax
        self.holesMax = holesMax
    }
}
