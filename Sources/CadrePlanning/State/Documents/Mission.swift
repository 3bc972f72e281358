/// The frame of a plan: when it begins and in what steps it is told. Source: CONTRACT § 2, `mission.defined`.
public struct Mission: Hashable, Sendable {
    /// Who moves the mission's clock.
    public enum Clock: String, Sendable { case events, live }

    public var name: String
    public var start: Day
    /// Length of the horizon in periods, 1…520.
    public var periods: Int
    /// Length of a period in days, 1…31.
    public var periodDays: Int
    public var hqSite: ID<Site>?
    /// Seed of the ranges' draws, 0…1048575.
    public var seed: Int
    public var clock: Clock
    public var marking: String?
    public var partner: ID<Nation>?

    public init(
        name: String, start: Day, periods: Int, periodDays: Int = 7, hqSite: ID<Site>? = nil, seed: Int = 1,
        clock: Clock = .events, marking: String? = nil, partner: ID<Nation>? = nil
    ) {
        self.name = name
        self.start = start
        self.periods = periods
        self.periodDays = periodDays
        self.hqSite = hqSite
        self.seed = seed
        self.clock = clock
        self.marking = marking
        self.partner = partner
    }
}

/// The mission's clock as one event set it. Source: CONTRACT § 2, `clock.advanced`.
public struct ClockAdvance: Hashable, Sendable {
    /// Where the clock stands; the event's own time where it says nothing.
    public var to: Instant?

    public init(to: Instant? = nil) {
        self.to = to
    }
}
