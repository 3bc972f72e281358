/// Follows the references of the standing documents, one kind of entity after the other. Source: MODEL § 2.
struct BasisBuilder {
    private let documents: StandingDocuments
    private let mission: Mission
    private let horizon: Horizon
    private let factors: FactorTable
    private let references: References

    private var capabilities = CapabilityTable()
    private var network = SignatureTable()
    private var siteIndices: [ID<Site>: Int] = [:]
    private var elementIndices: [ID<Element>: Int] = [:]
    private var courseIndices: [ID<Course>: Int] = [:]
    private var demandIndices: [ID<Demand>: Int] = [:]
    private var commodityIndices: [ID<CommodityName>: Int] = [:]
    private var stockIndices: [Capability: Int] = [:]

    /// `nil` where no mission is defined: such a mission has no estimates.
    init?(_ documents: StandingDocuments, defaults: [SourcedFactor]) {
        guard case .mission(_, let mission) = documents.standing[EntityKey(.mission, documents.mission.text)]?.document
        else { return nil }
        self.documents = documents
        self.mission = mission
        horizon = Horizon(
            start: mission.start, periodDays: mission.periodDays, periods: mission.periods,
            clock: documents.clock.day)
        factors = FactorTable(defaults: defaults, set: documents.factorsSet)
        references = References(documents, factors: factors)
    }

    /// The entities of one kind that are not inert, in order of id.
    private func entities<Of, Value>(_ pick: (Document) -> (ID<Of>, Value)?) -> [(id: ID<Of>, value: Value)] {
        documents.standing.compactMap { key, standing in
            references.inert.contains(key) ? nil : pick(standing.document)
        }.sorted { $0.0 < $1.0 }.map { (id: $0.0, value: $0.1) }
    }

    private func position<Of>(_ ids: [ID<Of>]) -> [ID<Of>: Int] {
        Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    }

    mutating func build() -> Basis {
        commodityIndices = position(factors.commodities.map(\.id))
        let elements = readElements()
        let sites = readSites()
        let lines = readLines()
        let (courses, stocks) = readCourses()
        let demands = readDemands(courses)
        let runs = readRuns(courses, demands)
        for rule in factors.rules {
            let capability = capabilities.index(of: rule.rule.capability)
            for (index, entry) in sites.enumerated() where entry.site.inTheatre {
                _ = network.index(of: Signature(capability: capability, site: index))
            }
            if case .perInstructors(_, let of) = rule.rule.demand {
                for covered in of { _ = capabilities.index(of: covered) }
            }
        }
        for stock in stocks { _ = capabilities.index(of: stock) }
        let (pledges, indices, nations, callingUp) = readPledges()
        capabilities.close()
        let caveats = network.classes.map {
            CompiledCaveats($0.caveats, sites: sites, elements: elementIndices)
        }
        return Basis(
            mission: mission, horizon: horizon, factors: factors, sites: sites, inTheatre: sites.map(\.site.inTheatre),
            hqSite: mission.hqSite.flatMap { siteIndices[$0] }, elements: elements,
            elementIndices: elementIndices, lines: lines, courses: courses, demands: demands, runs: runs,
            items: readItems(), pledges: pledges, pledgeOrder: Array(pledges.indices), pledgeIndices: indices,
            nations: nations, callingUp: callingUp, stocks: stocks,
            instructorCounts: documents.instructorCounts(of: stocks, horizon),
            supplies: ReportedSupplies(
                documents, references, sites: siteIndices, commodities: commodityIndices, horizon: horizon),
            capabilities: capabilities, network: network, caveats: caveats,
            eligibility: eligibility(sites, caveats),
            references: references)
    }

    private mutating func readElements() -> [Basis.ElementEntry] {
        let all = entities { document -> (ID<Element>, Element)? in
            if case .element(let id, let value) = document { (id, value) } else { nil }
        }
        elementIndices = position(all.map(\.id))
        return all.map { id, element in
            Basis.ElementEntry(
                id: id, element: element, requires: element.requires.compactMap { elementIndices[$0] })
        }
    }

    private mutating func readSites() -> [Basis.SiteEntry] {
        let all = entities { document -> (ID<Site>, Site)? in
            if case .site(let id, let value) = document { (id, value) } else { nil }
        }
        siteIndices = position(all.map(\.id))
        let rules = position(factors.rules.map(\.id))
        return all.map { id, site in
            var entry = Basis.SiteEntry(
                id: id, site: site,
                hostedRules: Array(repeating: .notHosted, count: factors.rules.count),
                hostedCommodities: Array(repeating: .notHosted, count: factors.commodities.count))
            for hosting in site.hosted {
                // An element that is not known, or inert, is never in.
                let hosted = Basis.Hosting.hosted(unless: hosting.element.flatMap { elementIndices[$0] })
                switch hosting.service {
                case .rule(let name): if let index = rules[name] { entry.hostedRules[index] = hosted }
                case .commodity(let name):
                    if let index = commodityIndices[name] { entry.hostedCommodities[index] = hosted }
                }
            }
            return entry
        }
    }

    private mutating func readLines() -> [Basis.LineEntry] {
        let all = entities { document -> (ID<Line>, Line)? in
            if case .line(let id, let value) = document { (id, value) } else { nil }
        }
        return all.compactMap { id, line in
            guard let site = siteIndices[line.site] else { return nil }
            let capability = capabilities.index(of: line.capability)
            let element = line.element.flatMap { elementIndices[$0] }
            return Basis.LineEntry(
                id: id, site: site, capability: capability, posts: line.posts,
                window: horizon.touched(from: line.from, until: line.until), priority: line.priority,
                element: element,
                signature: network.index(of: Signature(capability: capability, site: site, element: element)))
        }
    }

    private mutating func readCourses() -> ([Basis.CourseEntry], [Capability]) {
        let all = entities { document -> (ID<Course>, Course)? in
            if case .course(let id, let value) = document { (id, value) } else { nil }
        }
        courseIndices = position(all.map(\.id))
        var known = Set(all.compactMap(\.value.produces))
        for standing in documents.standing.values {
            if case .instructors(let capability, _) = standing.document { known.insert(capability) }
        }
        let stocks = known.sorted()
        stockIndices = Dictionary(uniqueKeysWithValues: stocks.enumerated().map { ($1, $0) })
        let entries = all.map { id, course in
            let perStudent = course.perStudent.compactMap { name, quantity in
                commodityIndices[name].map { (commodity: $0, quantity: quantity) }
            }
            return Basis.CourseEntry(
                id: id, course: course, passRate: course.passRate, classrooms: course.classrooms,
                isBoarded: course.boarded, duration: max(1, horizon.periodsCovering(days: Double(course.days))),
                pace: max(1, horizon.periodsCovering(days: Double(course.days + course.turnaroundDays))),
                instructors: course.instructors.map {
                    .init(capability: capabilities.index(of: $0.capability), amount: $0.amount)
                },
                stock: course.produces.flatMap { stockIndices[$0] },
                leadIn: horizon.periodsCovering(days: Double(course.leadInDays)),
                perStudent: perStudent.sorted { $0.commodity < $1.commodity })
        }
        return (entries, stocks)
    }

    private mutating func signatures(
        _ course: Basis.CourseEntry, site: Int, audience: ID<Audience>?, element: Int?
    ) -> [Int] {
        course.instructors.map {
            network.index(
                of: Signature(capability: $0.capability, site: site, audience: audience, element: element))
        }
    }

    private mutating func readDemands(_ courses: [Basis.CourseEntry]) -> [Basis.DemandEntry] {
        let all = entities { document -> (ID<Demand>, Demand)? in
            if case .demand(let id, let value) = document { (id, value) } else { nil }
        }
        var entries: [Basis.DemandEntry] = []
        for (id, demand) in all {
            guard let course = courseIndices[demand.course] else { continue }
            let site = demand.site.flatMap { siteIndices[$0] }
            let element = demand.element.flatMap { elementIndices[$0] }
            let signatures = site.map {
                self.signatures(courses[course], site: $0, audience: demand.audience, element: element)
            }
            entries.append(
                Basis.DemandEntry(
                    id: id, demand: demand, course: course, site: site, element: element,
                    signatures: signatures ?? []))
        }
        demandIndices = position(entries.map(\.id))
        return entries
    }

    private mutating func readRuns(
        _ courses: [Basis.CourseEntry], _ demands: [Basis.DemandEntry]
    ) -> [Basis.RunEntry] {
        let all = entities { document -> (ID<Run>, Run)? in
            if case .run(let id, let value) = document { (id, value) } else { nil }
        }
        var entries: [Basis.RunEntry] = []
        for (id, run) in all {
            guard let course = courseIndices[run.course], let site = siteIndices[run.site] else { continue }
            let demand = run.demand.flatMap { demandIndices[$0] }
            let of = demand.map { demands[$0] }
            let element = run.element.map { elementIndices[$0] } ?? of?.element
            let audience = run.audience ?? of?.demand.audience
            let first = horizon.period(of: run.start)
            entries.append(
                Basis.RunEntry(
                    id: id, run: run, course: course, site: site, demand: demand, element: element,
                    audience: audience, priority: run.priority ?? of?.demand.priority ?? 3,
                    isMobile: run.delivery.map { $0 == .mobileTeam } ?? (of?.demand.delivery == .mobileTeam),
                    first: first, last: first + courses[course].duration - 1,
                    seats: run.seats ?? courses[course].course.seats,
                    signatures: signatures(courses[course], site: site, audience: audience, element: element)))
        }
        return entries
    }

    private func readItems() -> [Basis.ItemEntry] {
        entities { document -> (ID<EquipmentItem>, EquipmentItem)? in
            if case .item(let id, let value) = document { (id, value) } else { nil }
        }.map { id, item in
            Basis.ItemEntry(id: id, item: item, element: item.element.flatMap { elementIndices[$0] })
        }
    }

    private mutating func readPledges() -> (
        [Basis.PledgeEntry], indices: [ID<Pledge>: Int], [ID<Nation>], callingUp: [Int]
    ) {
        let all = entities { document -> (ID<Pledge>, Pledge)? in
            if case .pledge(let id, let value) = document { (id, value) } else { nil }
        }
        let indices = position(all.map(\.id))
        let nations = Set(all.map(\.value.nation)).sorted()
        let nationIndices = position(nations)
        var entries: [Basis.PledgeEntry] = []
        var callingUp: [(rank: Int, from: Day, index: Int)] = []
        for (index, (id, pledge)) in all.enumerated() {
            var pledgeClass: Int?
            if case .personnel(let people) = pledge.offer {
                let offered = Set(([people.capability] + people.also).map { capabilities.index(of: $0) }).sorted()
                pledgeClass = network.index(of: PledgeClass(capabilities: offered, caveats: people.caveats))
                callingUp.append((pledge.status.callingUpRank, people.from, index))
            }
            entries.append(
                Basis.PledgeEntry(
                    id: id, pledge: pledge, nation: nationIndices[pledge.nation] ?? 0,
                    requires: pledge.requires.compactMap { indices[$0] },
                    pledgeClass: pledgeClass))
        }
        // Indices are in order of id already.
        callingUp.sort { ($0.rank, $0.from.number, $0.index) < ($1.rank, $1.from.number, $1.index) }
        return (entries, indices, nations, callingUp.map(\.index))
    }

    private func eligibility(_ sites: [Basis.SiteEntry], _ caveats: [CompiledCaveats]) -> Eligibility {
        var eligibility = Eligibility(signatures: network.signatures.count)
        // Which signatures some capability of a class meets is the same for all classes that can do the same.
        var able: [[Int]: [Int]] = [:]
        for (index, pledgeClass) in network.classes.enumerated() {
            let candidates =
                able[pledgeClass.capabilities]
                ?? network.signatures(met: pledgeClass.capabilities, capabilities)
            able[pledgeClass.capabilities] = candidates
            eligibility.addClass()
            for signature in candidates {
                let wanted = network.signatures[signature]
                if caveats[index].bar(wanted, at: sites[wanted.site].site) == nil {
                    eligibility.allow(pledgeClass: index, signature: signature)
                }
            }
        }
        return eligibility
    }
}

extension StandingDocuments {
    /// Where the mission's clock stands. Source: MODEL § 1.
    var clock: Instant {
        if let standing = standing[EntityKey(.clock, "")], case .clock(let advance) = standing.document {
            return advance.to ?? standing.stamp.time
        }
        return latestPlanTime ?? Instant(seconds: 0)
    }
}

extension StandingDocuments {
    /// Per stock of host-nation instructors: the count that stands, and the period at whose start it acts.
    func instructorCounts(of stocks: [Capability], _ horizon: Horizon) -> [(period: Int, count: Int)?] {
        stocks.map { capability in
            guard case .instructors(_, let count) = standing[EntityKey(.instructors, capability.code)]?.document
            else { return nil }
            return (horizon.period(of: count.date), count.count)
        }
    }
}

extension Pledge {
    /// The first day of its people; of what is not personnel, any.
    var peopleFrom: Day {
        if case .personnel(let people) = offer { people.from } else { Day(number: 0) }
    }
}

extension Pledge.Status {
    /// MODEL § 7: completed, deployed, confirmed, offered, indicated.
    var callingUpRank: Int {
        switch self {
        case .completed: 0
        case .deployed: 1
        case .confirmed: 2
        case .offered: 3
        case .indicated: 4
        case .withdrawn: 5
        }
    }
}
