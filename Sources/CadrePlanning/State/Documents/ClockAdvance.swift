/// The mission's clock as one event set it. Source: CONTRACT § 2, `clock.advanced`.
public struct ClockAdvance: Hashable, Sendable {
    /// The time to which the clock is set, or `nil` if the event's own time sets it.
    public var to: Instant?
    /// The generation, 0…1000. An event of a greater generation replaces every event of a smaller one.
    public var generation: Int

    public init(to: Instant? = nil, generation: Int = 0) {
        self.to = to
        self.generation = generation
    }
}
