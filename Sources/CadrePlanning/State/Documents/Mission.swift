/// The frame of a plan: its start, its horizon and the length of its periods. Source: CONTRACT § 2, `mission.defined`.
public struct Mission: Hashable, Sendable {
    /// The source that moves the mission's clock.
    public enum Clock: String, Sendable, CaseIterable { case events, live }

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
    /// The legal basis of the mission. It has no effect on any figure.
    public var mandate: String?

    public init(
        name: String, start: Day, periods: Int, periodDays: Int = 7, hqSite: ID<Site>? = nil, seed: Int = 1,
        clock: Clock = .events, marking: String? = nil, partner: ID<Nation>? = nil,
        mandate: String? = nil
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
        self.mandate = mandate
    }
}
