/// A line of the statement of requirements. Source: CONTRACT § 2, `line.required`; MODEL § 6.
public struct Line: Hashable, Sendable {
    public var site: ID<Site>
    public var capability: Capability
    public var posts: Int
    public var from: Day
    /// The first day on which it is no longer needed; `nil`: the end of the horizon.
    public var until: Day?
    /// 1 (most urgent) … 5.
    public var priority: Int
    public var element: ID<Element>?
    public var title: String?

    public init(
        site: ID<Site>, capability: Capability, posts: Int, from: Day, until: Day? = nil, priority: Int = 3,
        element: ID<Element>? = nil, title: String? = nil
    ) {
        self.site = site
        self.capability = capability
        self.posts = posts
        self.from = from
        self.until = until
        self.priority = priority
        self.element = element
        self.title = title
    }
}
