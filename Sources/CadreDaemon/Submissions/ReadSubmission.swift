import CadrePlanning

/// A submission with parsed messages.
struct ReadSubmission: Sendable {
    var submission: Submission
    var events: [ReadEvent]
    /// The number of events per mission of other shards: dropped and counted, not rejected.
    var dropped: [ID<Mission>: Int] = [:]
}
