/// What the standing documents come to once their references are followed: everything that is not inert, in order of
/// id, by index. All scenarios and all samples of one state share it. Source: MODEL § 2.
struct Basis: Sendable {
    struct SiteEntry: Sendable {
        let id: ID<Site>
        let site: Site
        /// By index of rule among the factors' rules.
        var hostedRules: [Hosting]
        /// By index of commodity.
        var hostedCommodities: [Hosting]
    }

    /// Whether somebody else at a site provides a service.
    enum Hosting: Sendable {
        case notHosted
        /// Hosted unless the element is in; `nil`: always.
        case hosted(unless: Int?)
    }

    struct ElementEntry: Sendable {
        let id: ID<Element>
        let element: Element
        let requires: [Int]
    }

    struct LineEntry: Sendable {
        let id: ID<Line>
        let site: Int
        let capability: Int
        let posts: Int
        /// Periods in which it is active.
        let window: Range<Int>
        let priority: Int
        let element: Int?
        let signature: Int
    }

    struct CourseEntry: Sendable {
        struct Instructors: Sendable {
            let capability: Int
            let amount: Course.Instructors.Amount

            /// MODEL § 4, need of instructor entry j.
            func need(seats: Int) -> Int {
                switch amount {
                case .count(let count): count
                case .perStudents(let students): ceilWhole(Double(seats) / Double(students))
                }
            }
        }

        let id: ID<Course>
        let course: Course
        let passRate: Double
        let classrooms: Int
        let isBoarded: Bool
        /// Duration and pace in periods, each at least 1.
        let duration: Int
        let pace: Int
        let instructors: [Instructors]
        /// Index of the stock of host-nation instructors that its graduates enter.
        let stock: Int?
        let leadIn: Int
        /// Index of commodity and quantity a student.
        let perStudent: [(commodity: Int, quantity: Double)]
    }

    struct DemandEntry: Sendable {
        let id: ID<Demand>
        let demand: Demand
        let course: Int
        let site: Int?
        let element: Int?
        /// By instructor entry of its course; empty where it names no site.
        let signatures: [Int]
    }

    /// A run given by event, with what it takes from its demand.
    struct RunEntry: Sendable {
        let id: ID<Run>
        let run: Run
        let course: Int
        let site: Int
        let demand: Int?
        let element: Int?
        let audience: ID<Audience>?
        let priority: Int
        let isMobile: Bool
        /// Not clamped.
        let first: Int
        let last: Int
        let seats: Int
        let signatures: [Int]
    }

    struct ItemEntry: Sendable {
        let id: ID<EquipmentItem>
        let item: EquipmentItem
        let element: Int?
    }

    struct PledgeEntry: Sendable {
        let id: ID<Pledge>
        let pledge: Pledge
        /// Index among `nations`.
        let nation: Int
        let requires: [Int]
        /// Index of the class of alike pledges; `nil` for what is not personnel.
        let pledgeClass: Int?
    }

    let mission: Mission
    let horizon: Horizon
    let factors: FactorTable
    let sites: [SiteEntry]
    /// By site.
    let inTheatre: [Bool]
    let hqSite: Int?
    let elements: [ElementEntry]
    let lines: [LineEntry]
    let courses: [CourseEntry]
    let demands: [DemandEntry]
    let runs: [RunEntry]
    let items: [ItemEntry]
    /// Withdrawn ones too.
    let pledges: [PledgeEntry]
    /// In order of code.
    let nations: [ID<Nation>]
    /// Indices of personnel pledges in the order of calling up. Source: MODEL § 7.
    let callingUp: [Int]
    /// Capabilities with a stock of host-nation instructors, in order of code.
    let stocks: [Capability]
    /// Per stock: the count that stands, and the period at whose start it acts.
    let instructorCounts: [(period: Int, count: Int)?]
    /// Per commodity and site: counted stock, and deliveries by period.
    let stockCounts: [[(period: Int, quantity: Double)?]]
    let deliveries: [[[Int: Double]]]
    let capabilities: CapabilityTable
    let network: SignatureTable
    /// By class of pledges.
    let caveats: [CompiledCaveats]
    let eligibility: Eligibility
    let unresolved: [SummaryEstimate.Unresolved]
}
