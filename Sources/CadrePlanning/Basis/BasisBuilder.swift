/// Follows the references of the current documents, one kind of entity after the other. Source: MODEL § 2.
struct BasisBuilder: Sendable {
    let documents: CurrentDocuments
    let defaults: [SourcedFactor]
    private(set) var mission: Mission
    private(set) var clock: Instant
    private(set) var horizon: Horizon
    /// The period of the clock's day, not clamped.
    private(set) var clockPeriod: Int
    private(set) var factors: FactorTable
    private(set) var references: References
    private(set) var numbers: BasisNumbers

    private(set) var elements: [ElementEntry] = []
    private(set) var sites: [SiteEntry] = []
    private(set) var lines: [LineEntry] = []
    private(set) var courses: [CourseEntry] = []
    private(set) var demands: [DemandEntry] = []
    private(set) var runs: [RunEntry] = []
    private(set) var items: [Entity<EquipmentItem>] = []
    private(set) var pledges: [PledgeEntry] = []
    /// The personnel pledges in the order of calling up. Source: MODEL § 7.
    private(set) var callUpOrder: [PledgeEntry] = []
    /// The capabilities with a stock of host-nation instructors, in the order of codes.
    private(set) var stocks: [Int] = []
    /// The instructor count of each stock; `nil` without one.
    private(set) var instructorCounts: [Basis.InstructorCountAt?] = []
    /// The reported supplies, by the number of the site, then commodity.
    private(set) var reports: [Int: [ID<CommodityName>: ReportedSupplies]] = [:]

    /// The sites by number; `nil` for sites that are only named.
    private(set) var sitesByNumber: [SiteEntry?] = []
    private(set) var inTheatre: [Bool] = []
    private(set) var hqSite: Int?

    /// Names the numbering: plans that follow one another share it.
    private(set) var lineage = Lineage()
    private(set) var table = EntityTable()
    private var stages = Stages()

    /// The identity of a numbering.
    final class Lineage: Equatable, Sendable {
        static func == (a: Lineage, b: Lineage) -> Bool { a === b }
    }

    private struct Stages: Sendable {
        var factors = StageCache<FactorStage>()
        var references = StageCache<ReferenceStage>()
        var sites = StageCache<SiteStage>()
        var lines = StageCache<LineStage>()
        var courses = StageCache<CourseStage>()
        var demands = StageCache<DemandStage>()
        var runs = StageCache<RunStage>()
        var pledges = StageCache<PledgeStage>()
        var reports = StageCache<ReportStage>()
        var callUp = StageCache<CallUpStage>()
    }

    /// Creates the builder of the basis of a state.
    /// - Parameters:
    ///   - documents: The state.
    ///   - defaults: The factors that ship with Cadre.
    ///   - previous: The basis of any state of the mission, whose stages are used again; no figure depends on it.
    /// - Returns: `nil` if no mission is defined.
    init?(
        _ documents: CurrentDocuments, defaults: [SourcedFactor], after previous: BasisBuilder?
    ) throws(Superseded) {
        var numbers = BasisNumbers()
        var table = EntityTable()
        if let previous, previous.documents.mission == documents.mission, previous.isWorthKeeping {
            var followed = previous.table
            var followedNumbers = previous.numbers
            if followed.follow(documents, &followedNumbers.entities) {
                table = followed
                numbers = followedNumbers
                stages = previous.stages
                lineage = previous.lineage
            }
        }
        if table.count == 0 { _ = table.follow(documents, &numbers.entities) }
        guard let mission = table.mission else { return nil }
        self.documents = documents
        self.defaults = defaults
        self.mission = mission
        self.table = table
        self.numbers = numbers
        clock = documents.clock
        horizon = Horizon(
            start: mission.start, periodDays: mission.periodDays, periods: mission.periods, clock: clock.day)
        clockPeriod = horizon.period(of: clock.day)
        factors = try stages.factors.output(0, .init(defaults: defaults, set: table.factors))
        references = try stages.references.output(
            0, .init(table, mission: documents.mission, factors: factors), &self.numbers.entities)
        try readEntries()
        try readPledges()
        readStocks()
        reports = try stages.reports.output(
            0,
            .init(
                stocks: references.active(.stock, table.stocks),
                deliveries: references.active(.delivery, table.deliveries), horizon: horizon), &self.numbers)
        decideEligibility()
    }

    private mutating func readEntries() throws(Superseded) {
        elements = references.active(.element, table.elements).map(ElementEntry.init)
        sites = try entries(table.sites, .site, \.sites) { entity, _ in entity }
        sitesByNumber = Array(repeating: nil, count: numbers.entities.sites.count)
        inTheatre = Array(repeating: false, count: sitesByNumber.count)
        for entry in sites {
            sitesByNumber[entry.number] = entry
            inTheatre[entry.number] = entry.site.inTheatre
        }
        hqSite = mission.hqSite.flatMap { numbers.entities.sites.known($0) }.flatMap { sitesByNumber[$0]?.number }
        lines = try entries(table.lines, .line, \.lines) { entity, basis in
            .init(entity: entity, horizon: basis.horizon)
        }
        courses = try entries(table.courses, .course, \.courses) { entity, basis in
            .init(entity: entity, horizon: basis.horizon)
        }
        let courseOf = Dictionary(uniqueKeysWithValues: courses.map { ($0.number, $0) })
        demands = try entries(table.demands, .demand, \.demands) { entity, basis in
            basis.numbers.entities.courses.known(entity.value.course).flatMap { courseOf[$0] }.map {
                .init(entity: entity, course: $0, horizon: basis.horizon)
            }
        }
        let demandOf = Dictionary(uniqueKeysWithValues: demands.map { ($0.number, $0) })
        runs = try entries(table.runs, .run, \.runs) { entity, basis in
            basis.numbers.entities.courses.known(entity.value.course).flatMap { courseOf[$0] }.map { course in
                let demand = entity.value.demand.flatMap { basis.numbers.entities.demands.known($0) }
                return .init(
                    entity: entity, course: course, demand: demand.flatMap { demandOf[$0] }, horizon: basis.horizon)
            }
        }
        items = references.active(.item, table.items)
    }

    /// Evaluates the stage of each active entity of one kind.
    private mutating func entries<S: Stage, Value>(
        _ entities: [Entity<Value>], _ kind: EntityKind, _ cache: WritableKeyPath<Stages, StageCache<S>>,
        _ input: (Entity<Value>, BasisBuilder) -> S.Input?
    ) throws(Superseded) -> [S.Output] where S.Tools == BasisNumbers {
        let inputs = references.active(kind, entities).compactMap { entity in
            input(entity, self).map { (number: entity.number, input: $0) }
        }
        var outputs: [S.Output] = []
        outputs.reserveCapacity(inputs.count)
        // Moved out for the loop: access through a key path costs more than most evaluations.
        var stage = stages[keyPath: cache]
        stages[keyPath: cache] = StageCache()
        for (number, input) in inputs { outputs.append(try stage.output(number, input, &numbers)) }
        stages[keyPath: cache] = stage
        return outputs
    }

    private mutating func readPledges() throws(Superseded) {
        pledges = try entries(table.pledges, .pledge, \.pledges) { entity, _ in entity }
        callUpOrder = try stages.callUp.output(0, pledges)
    }

    private mutating func readStocks() {
        var known: [Capability: InstructorCount?] = [:]
        for course in courses {
            if let produces = course.produces { known[numbers.capabilities.all[produces]] = .some(nil) }
        }
        for stock in table.instructors { known[stock.capability] = stock.count }
        let ordered = known.keys.sorted()
        stocks = ordered.map { numbers.capabilities.number(of: $0) }
        instructorCounts = ordered.map { capability in
            known[capability].flatMap { $0 }.map {
                Basis.InstructorCountAt(period: horizon.period(of: $0.date), count: $0.count)
            }
        }
    }

    private mutating func decideEligibility() {
        // Enabling posts of any rule may come up at any site in theatre.
        for rule in factors.rules {
            let capability = numbers.capabilities.number(of: rule.value.capability)
            if case .perInstructors(_, let of) = rule.value.demand {
                for covered in of { _ = numbers.capabilities.number(of: covered) }
            }
            for site in sites where site.site.inTheatre {
                _ = numbers.network.number(of: Signature(capability: capability, site: site.number))
            }
        }
        numbers.network.decide(sitesByNumber.map { $0?.traits }, numbers.capabilities)
    }

    /// Whether the numbers are not mainly those of classes and nations that nothing uses any more.
    private var isWorthKeeping: Bool {
        numbers.network.classes.count <= 2 * pledges.count + PlanningLimits.spareClassesMax
    }

    /// Returns the number of keys for which each stage ran since an earlier basis, by the stage's name.
    func stageRuns(since earlier: BasisBuilder) -> [String: Int] {
        func count<S: Stage>(_ stage: KeyPath<Stages, StageCache<S>>) -> Int {
            stages[keyPath: stage].keysRun(since: earlier.stages[keyPath: stage]).count
        }
        return [
            "factors": count(\.factors), "references": count(\.references),
            "site": count(\.sites), "line": count(\.lines),
            "course": count(\.courses), "demand": count(\.demands),
            "run": count(\.runs), "pledge": count(\.pledges),
            "reports": count(\.reports), "callUp": count(\.callUp),
        ]
    }
}

extension CurrentDocuments {
    /// The mission's clock. Source: MODEL § 1.
    var clock: Instant {
        if let current = current[EntityKey(.clock, "")], case .clock(let advance) = current.document {
            return advance.to ?? current.stamp.time
        }
        return latestPlanTime ?? Instant(seconds: 0)
    }
}
