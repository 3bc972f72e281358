/// A figure to explain, narrowed or not. Source: CONTRACT § 6, `plan.explain`; MODEL § 11.
public struct Question: Equatable, Sendable {
    /// The figures that can be explained, by the names of the contract.
    public enum Figure: String, CaseIterable, Sendable {
        /// Posts in theatre; at a named site, the posts of that site, also abroad. Persons.
        case forceRequired = "force.required"
        /// Filled posts, counted as `force.required`. Persons.
        case forceFilled = "force.filled"
        /// Unfilled posts, counted as `force.required`. Persons.
        case forceGap = "force.gap"
        /// Graduates of runs and of places abroad, in one period or over the horizon.
        case trainingGraduates = "training.graduates"
        /// The share of one run that can be taught, over its periods. A number 0…1.
        case trainingStaffing = "training.staffing"
        /// The use of one commodity at in-theatre sites, in its unit.
        case logisticsUse = "logistics.use"
        /// The weight of deliveries to in-theatre sites that must be brought from outside. Kilograms.
        case logisticsLift = "logistics.lift"
        /// Cost in EUR, in one period or over the horizon.
        case logisticsCost = "logistics.cost"

        /// The members that narrow the figure, in the order in which they are requested.
        public var narrowings: [Member] {
            switch self {
            case .forceRequired, .forceFilled, .forceGap: [.site, .capability]
            case .trainingGraduates: [.course]
            case .trainingStaffing: [.run]
            case .logisticsUse: [.commodity, .site]
            case .logisticsLift: [.site]
            case .logisticsCost: [.kind, .site, .nation, .fund]
            }
        }

        /// Whether the figure is available for the whole horizon, without a period.
        public var isOfHorizon: Bool {
            switch self {
            case .trainingGraduates, .trainingStaffing, .logisticsCost: true
            case .forceRequired, .forceFilled, .forceGap, .logisticsUse, .logisticsLift: false
            }
        }
    }

    /// A part of the question that can be wrong.
    public enum Member: String, CaseIterable, Sendable {
        case period, site, capability, course, commodity, run, kind, nation, fund
    }

    public var figure: Figure
    public var scenario: Scenario
    /// The period, from 0; `nil` for the whole horizon.
    public var period: Int?
    public var site: ID<Site>?
    /// Exactly as posts ask for it: `trainer` leaves out posts that ask for `trainer.medical`.
    public var capability: Capability?
    public var course: ID<Course>?
    /// Required for `logistics.use`.
    public var commodity: ID<CommodityName>?
    /// The id of a given run or `DEMAND#n` of a planned one. Required for `training.staffing`.
    public var run: String?
    /// The kind of cost, for `logistics.cost`.
    public var kind: CostKind?
    /// The nation whose personnel cost is requested, for `logistics.cost`.
    public var nation: ID<Nation>?
    /// The fund whose charges are requested, for `logistics.cost`.
    public var fund: ID<FundName>?

    public init(
        _ figure: Figure, scenario: Scenario, period: Int?, site: ID<Site>? = nil, capability: Capability? = nil,
        course: ID<Course>? = nil, commodity: ID<CommodityName>? = nil, run: String? = nil, kind: CostKind? = nil,
        nation: ID<Nation>? = nil, fund: ID<FundName>? = nil
    ) {
        self.figure = figure
        self.scenario = scenario
        self.period = period
        self.site = site
        self.capability = capability
        self.course = course
        self.commodity = commodity
        self.run = run
        self.kind = kind
        self.nation = nation
        self.fund = fund
    }

    /// The members that narrow this question.
    var narrowedBy: [Member] {
        Member.allCases.filter { member in
            switch member {
            case .period: false
            case .site: site != nil
            case .capability: capability != nil
            case .course: course != nil
            case .commodity: commodity != nil
            case .run: run != nil
            case .kind: kind != nil
            case .nation: nation != nil
            case .fund: fund != nil
            }
        }
    }
}
