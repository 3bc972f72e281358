/// The common beginning of every estimate. Source: CONTRACT § 4.
public struct EstimateHead: Equatable, Sendable {
    public var mission: ID<Mission>
    /// Journal sequence of the mission's newest event that the figures cover.
    public var revision: Int
    /// The `id` of that event.
    public var cause: String
    /// The mission's clock.
    public var asOf: Instant
    public var start: Day
    public var periodDays: Int
    public var periods: Int
    public var marking: String?
}
