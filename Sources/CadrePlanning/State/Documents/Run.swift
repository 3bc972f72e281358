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
    /// What is `nil` of the next four is its demand's, where it names one.
    public var audience: ID<Audience>?
    public var element: ID<Element>?
    public var priority: Int?
    public var delivery: Delivery?
    public var demand: ID<Demand>?
    /// Whether somebody else than the mission gives it.
    public var isProvided: Bool

    public init(
        course: ID<Course>, site: ID<Site>, start: Day, status: Status, end: Day? = nil, seats: Int? = nil,
        graduates: Int? = nil, audience: ID<Audience>? = nil, element: ID<Element>? = nil, priority: Int? = nil,
        delivery: Delivery? = nil, demand: ID<Demand>? = nil, isProvided: Bool = false
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
        self.isProvided = isProvided
    }
}

/// Host-nation instructors as counted on a day; sets the stock of their capability. Source: MODEL § 5.
public struct InstructorCount: Hashable, Sendable {
    public var date: Day
    public var count: Int

    public init(date: Day, count: Int) {
        self.date = date
        self.count = count
    }
}
