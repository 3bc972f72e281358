/// Graduates that the host nation wants of a course. Source: CONTRACT § 2, `demand.set`; MODEL § 4.
public struct Demand: Hashable, Sendable {
    public enum Delivery: String, Sendable, CaseIterable {
        case resident
        case mobileTeam = "mobile-team"
        case abroad
    }

    public var course: ID<Course>
    public var audience: ID<Audience>
    public var graduates: Int
    public var from: Day
    public var by: Day
    /// Always there unless delivered abroad.
    public var site: ID<Site>?
    public var delivery: Delivery
    /// 1 (most urgent) … 5.
    public var priority: Int
    public var element: ID<Element>?

    public init(
        course: ID<Course>, audience: ID<Audience>, graduates: Int, from: Day, by: Day, site: ID<Site>? = nil,
        delivery: Delivery = .resident, priority: Int = 3, element: ID<Element>? = nil
    ) {
        self.course = course
        self.audience = audience
        self.graduates = graduates
        self.from = from
        self.by = by
        self.site = site
        self.delivery = delivery
        self.priority = priority
        self.element = element
    }
}
