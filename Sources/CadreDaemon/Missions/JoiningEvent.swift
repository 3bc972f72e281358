import CadrePlanning

/// An accepted event on its way to its mission.
struct JoiningEvent: Sendable {
    var event: Event
    var sequence: Int
    /// The time of arrival.
    var arrived: ContinuousClock.Instant
}
