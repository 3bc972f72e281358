/// What is to be taken apart: one figure, in one period of one scenario, narrowed or not. Source: CONTRACT § 6.
public struct Question: Equatable, Sendable {
    /// The figures that can be taken apart, by the names that the contract gives them.
    public enum Figure: String, CaseIterable, Sendable {
        /// Posts in theatre; at a site, those of that site, be it abroad. Persons.
        case forceRequired = "force.required"
        /// Posts that somebody fills, counted as `force.required`. Persons.
        case forceFilled = "force.filled"
        /// Who graduates in the period, of runs and of places abroad.
        case trainingGraduates = "training.graduates"
        /// What in-theatre sites use of one commodity, in its unit.
        case logisticsUse = "logistics.use"

        /// What narrows the figure, in the order in which it is asked for.
        public var narrowings: [Member] {
            switch self {
            case .forceRequired, .forceFilled: [.site, .capability]
            case .trainingGraduates: [.course]
            case .logisticsUse: [.commodity, .site]
            }
        }
    }

    /// A part of the question that can be wrong.
    public enum Member: String, CaseIterable, Sendable { case period, site, capability, course, commodity }

    public var figure: Figure
    public var scenario: Scenario
    /// From 0.
    public var period: Int
    public var site: ID<Site>?
    /// As posts ask for it, to the letter: `trainer` leaves out posts that ask for `trainer.medical`.
    public var capability: Capability?
    public var course: ID<Course>?
    /// Required of `logistics.use`.
    public var commodity: ID<CommodityName>?

    public init(
        _ figure: Figure, scenario: Scenario, period: Int, site: ID<Site>? = nil, capability: Capability? = nil,
        course: ID<Course>? = nil, commodity: ID<CommodityName>? = nil
    ) {
        self.figure = figure
        self.scenario = scenario
        self.period = period
        self.site = site
        self.capability = capability
        self.course = course
        self.commodity = commodity
    }

    /// What it is narrowed by.
    var narrowedBy: [Member] {
        Member.allCases.filter { member in
            switch member {
            case .period: false
            case .site: site != nil
            case .capability: capability != nil
            case .course: course != nil
            case .commodity: commodity != nil
            }
        }
    }
}
