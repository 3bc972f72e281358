/// The current documents after their references are followed: everything that is not inert, in numbers.
///
/// All scenarios and samples of one state share it; a class, because it is passed to thousands of functions. Lists are in
/// the order of ids; numbers only name. Source: MODEL § 2.
final class Basis: Sendable {
    /// A count of host-nation instructors and the period at whose start it takes effect.
    struct InstructorCountAt: Equatable, Sendable {
        let period: Int
        let count: Int
    }

    let documents: CurrentDocuments
    let defaults: [SourcedFactor]
    let mission: Mission
    let clock: Instant
    let horizon: Horizon
    /// The period of the clock's day, not clamped.
    let clockPeriod: Int
    let factors: FactorTable
    let unresolved: [UnresolvedReference]
    let numbers: BasisNumbers

    let elements: [ElementEntry]
    let sites: [SiteEntry]
    let lines: [LineEntry]
    let courses: [CourseEntry]
    let demands: [DemandEntry]
    let runs: [RunEntry]
    let items: [Entity<EquipmentItem>]
    let pledges: [PledgeEntry]
    /// The personnel pledges in the order of calling up. Source: MODEL § 7.
    let callUpOrder: [PledgeEntry]
    /// The capabilities with a stock of host-nation instructors, in the order of codes.
    let stocks: [Int]
    /// The instructor count of each stock; `nil` without one.
    let instructorCounts: [InstructorCountAt?]
    /// The reported supplies, by the number of the site, then commodity.
    let reports: [Int: [ID<CommodityName>: ReportedSupplies]]
    /// The sites by number; `nil` for sites that are only named.
    let sitesByNumber: [SiteEntry?]
    let inTheatre: [Bool]
    let hqSite: Int?
    /// The current `factor.set` events, in the order of the factors' names; inert ones, too.
    let factorsSet: [SourcedFactor]
    /// The stages behind all this, for the basis of the next state.
    private let builder: BasisBuilder

    /// Creates the basis of a state.
    /// - Parameters:
    ///   - documents: The state.
    ///   - defaults: The factors that ship with Cadre.
    ///   - previous: The basis of any state of the mission, whose stages are used again; no figure depends on it.
    /// - Returns: `nil` if no mission is defined.
    init?(_ documents: CurrentDocuments, defaults: [SourcedFactor], after previous: Basis?) throws(Superseded) {
        guard let built = try BasisBuilder(documents, defaults: defaults, after: previous?.builder) else { return nil }
        self.documents = documents
        self.defaults = defaults
        mission = built.mission
        clock = built.clock
        horizon = built.horizon
        clockPeriod = built.clockPeriod
        factors = built.factors
        unresolved = built.references.unresolved
        numbers = built.numbers
        elements = built.elements
        sites = built.sites
        lines = built.lines
        courses = built.courses
        demands = built.demands
        runs = built.runs
        items = built.items
        pledges = built.pledges
        callUpOrder = built.callUpOrder
        stocks = built.stocks
        instructorCounts = built.instructorCounts
        reports = built.reports
        sitesByNumber = built.sitesByNumber
        inTheatre = built.inTheatre
        hqSite = built.hqSite
        factorsSet = built.table.factors
        builder = built
    }

    /// Returns whether the numbers of another basis mean the same here.
    func hasNumbers(of other: Basis) -> Bool { builder.lineage == other.builder.lineage }

    /// Returns the number of keys for which each stage ran since an earlier basis, by the stage's name.
    func stageRuns(since earlier: Basis) -> [String: Int] { builder.stageRuns(since: earlier.builder) }

    var eligibility: Eligibility { numbers.network.eligibility }

    /// Returns the first day of a period, as text.
    func date(_ period: Int) -> String { horizon.date(period) }

    func id(ofSite number: Int) -> ID<Site> { numbers.entities.sites.keys[number] }
    func capability(_ number: Int) -> Capability { numbers.capabilities.all[number] }
    func id(ofNation number: Int) -> ID<Nation> { numbers.entities.nations.keys[number] }
}
