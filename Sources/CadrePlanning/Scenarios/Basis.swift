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

    /// A class of constants: an event replaces one of thousands, and copies of the others cost a reference each.
    final class PledgeEntry: Sendable {
        let id: ID<Pledge>
        let pledge: Pledge
        /// Index among `nations`.
        let nation: Int
        let requires: [Int]
        /// Index of the class of alike pledges; `nil` for what is not personnel.
        let pledgeClass: Int?

        init(id: ID<Pledge>, pledge: Pledge, nation: Int, requires: [Int], pledgeClass: Int?) {
            self.id = id
            self.pledge = pledge
            self.nation = nation
            self.requires = requires
            self.pledgeClass = pledgeClass
        }

        /// The order of calling up. Source: MODEL § 7.
        func isCalledUp(before other: PledgeEntry) -> Bool {
            let mine = pledge.status.callingUpRank, theirs = other.pledge.status.callingUpRank
            if mine != theirs { return mine < theirs }
            let begin = pledge.peopleFrom, otherBegin = other.pledge.peopleFrom
            return begin != otherBegin ? begin < otherBegin : id < other.id
        }
    }

    let mission: Mission
    let horizon: Horizon
    let factors: FactorTable
    let sites: [SiteEntry]
    /// By site.
    let inTheatre: [Bool]
    let hqSite: Int?
    let elements: [ElementEntry]
    let elementIndices: [ID<Element>: Int]
    let lines: [LineEntry]
    let courses: [CourseEntry]
    let demands: [DemandEntry]
    let runs: [RunEntry]
    let items: [ItemEntry]
    /// Withdrawn ones too, in any order: one that is new is the last. See `pledgeOrder`.
    var pledges: [PledgeEntry]
    /// Indices of pledges in order of id, and the index of each.
    var pledgeOrder: [Int]
    var pledgeIndices: [ID<Pledge>: Int]
    /// Each once, in any order.
    var nations: [ID<Nation>]
    /// Indices of personnel pledges in the order of calling up. Source: MODEL § 7.
    var callingUp: [Int]
    /// Capabilities with a stock of host-nation instructors, in order of code.
    let stocks: [Capability]
    /// Per stock: the count that stands, and the period at whose start it acts.
    var instructorCounts: [(period: Int, count: Int)?]
    var supplies: ReportedSupplies
    var capabilities: CapabilityTable
    var network: SignatureTable
    /// By class of pledges.
    var caveats: [CompiledCaveats]
    var eligibility: Eligibility
    let references: References

    var unresolved: [SummaryEstimate.Unresolved] { references.unresolved }
}
