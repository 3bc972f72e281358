/// One run of a course, given by event. Source: CONTRACT § 2, `run.scheduled`; MODEL § 4.
public struct Run: Hashable, Sendable {
    public enum Status: String, Sendable, CaseIterable { case scheduled, started, completed, cancelled }
    public enum Delivery: String, Sendable, CaseIterable {
        case resident
        case mobileTeam = "mobile-team"
    }

    public var course: ID<Course>
    public var site: ID<Site>
    public var start: Day
    public var status: Status
    public var end: Day?
    /// `nil`: the course's.
    public var seats: Int?
    /// Always there when completed.
    public var graduates: Int?
    /// The audience. If this or one of the next three is `nil`, its demand's applies, if it names one.
    public var audience: ID<Audience>?
    public var element: ID<Element>?
    public var priority: Int?
    public var delivery: Delivery?
    public var demand: ID<Demand>?
    /// The organisation that gives the run instead of the mission, or `nil` if the mission gives it. May be empty.
    public var provider: String?

    public init(
        course: ID<Course>, site: ID<Site>, start: Day, status: Status, end: Day? = nil, seats: Int? = nil,
        graduates: Int? = nil, audience: ID<Audience>? = nil, element: ID<Element>? = nil, priority: Int? = nil,
        delivery: Delivery? = nil, demand: ID<Demand>? = nil, provider: String? = nil
    ) {
        self.course = course
        self.site = site
        self.start = start
        self.status = status
        self.end = end
        self.seats = seats
        self.graduates = graduates
        self.audience = audience
        self.element = element
        self.priority = priority
        self.delivery = delivery
        self.demand = demand
        self.provider = provider
    }
}
