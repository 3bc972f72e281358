import CadrePlanning
import TestSupport

/// An invented mission of a given size: many nations, half of their pledges with caveats, elements, three kinds of
/// delivery. The same seed gives the same mission.
struct InventedMission {
    struct Size {
        let name: String
        let nations: Int
        let pledges: Int
        let lines: Int
        let courses: Int
        let demands: Int
        let sites: Int
        let periods: Int
        let elements: Int

        static let all = [small, medium, large, theatre]
        static let small = Size(
            name: "small", nations: 8, pledges: 40, lines: 10, courses: 6, demands: 15, sites: 5, periods: 52,
            elements: 4)
        static let medium = Size(
            name: "medium", nations: 20, pledges: 400, lines: 100, courses: 20, demands: 80, sites: 12, periods: 78,
            elements: 8)
        static let large = Size(
            name: "large", nations: 40, pledges: 2_000, lines: 400, courses: 60, demands: 300, sites: 30, periods: 104,
            elements: 14)
        static let theatre = Size(
            name: "theatre", nations: 40, pledges: 10_000, lines: 2_000, courses: 100, demands: 1_000, sites: 100,
            periods: 156, elements: 30)
    }

    private(set) var documents: CurrentDocuments
    private(set) var pledges: [(ID<Pledge>, Pledge)] = []
    private let size: Size
    private var random: SeededRandom
    private var count = 0
    private var joined: [Event] = []
    private let start = Day(number: 18_631)

    private static let capabilities = [
        "trainer.infantry", "trainer.medical", "trainer.counter-ied", "trainer.logistics", "trainer", "trainer.staff",
        "adviser.ministry", "adviser.joint-staff", "staff.headquarters", "staff.logistics", "protection.guard",
        "protection.escort", "support.interpreter", "support.medical", "support.life", "support.communications",
        "support.driver", "support.fire",
    ]
    private static let audiences = ["army", "police", "border-police", "national-guard", "ministry-of-interior"]

    /// The events in the order in which they were joined.
    var events: [[UInt8]] { joined.compactMap(\.json) }
    var id: String { documents.mission.text }

    init(_ size: Size, seed: UInt64, id: String = "BENCH") {
        self.size = size
        random = SeededRandom(seed: seed)
        documents = CurrentDocuments(mission: ID(id))
        add(
            .mission(
                ID(id),
                Mission(name: "Benchmark", start: start, periods: size.periods, hqSite: ID("S-0"))))
        add(.clock(ClockAdvance(to: Instant(seconds: (start.number + size.periods * 7 / 4) * 86_400))))
        addPlaces()
        addTraining()
        for index in 0..<size.lines {
            let from = number(0...size.periods * 4)
            add(
                .line(
                    ID("L-\(index)"),
                    Line(
                        site: site(), capability: capability(), posts: number(1...12), from: start + from,
                        until: chance(50) ? start + (from + number(60...400)) : nil, priority: number(1...5),
                        element: chance(60) ? element() : nil)))
        }
        addRunsAndStocks()
        for index in 0..<size.pledges {
            let pledge = invented()
            let id = ID<Pledge>("\(pledge.nation)/P-\(index)")
            pledges.append((id, pledge))
            add(.pledge(id, pledge))
        }
    }

    /// Joins one more event, newer than all before.
    mutating func add(_ document: Document) {
        let event = Event(mission: documents.mission, stamp: nextStamp, document: document)
        count += 1
        documents.join(event, sequence: count)
        joined.append(event)
    }

    /// Joins one more event and returns it as JSON.
    mutating func event(adding document: Document) -> [UInt8]? {
        add(document)
        return joined.last?.json
    }

    /// Returns an event newer than all before, as JSON, without joining it.
    func event(of document: Document) -> [UInt8]? {
        Event(mission: documents.mission, stamp: nextStamp, document: document).json
    }

    /// A time that is later than those of all joined events.
    var nextStamp: Stamp {
        Stamp(
            time: Instant(seconds: 1_500_000_001 + count), id: "e\(count + 1)", source: "urn:bench:\(documents.mission)"
        )
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func chance(_ percent: Int) -> Bool { number(0...99) < percent }
    private mutating func site() -> ID<Site> { ID("S-\(number(0...size.sites - 1))") }
    private mutating func element() -> ID<Element> { ID("E-\(number(0...size.elements - 1))") }
    private mutating func capability() -> Capability {
        Capability(Self.capabilities[number(0...Self.capabilities.count - 1)])
    }

    private mutating func addPlaces() {
        let threats = Site.Threat.allCases
        for index in 0..<size.sites {
            add(
                .site(
                    ID("S-\(index)"),
                    Site(
                        name: "Site \(index)", inTheatre: index == 0 || chance(85), threat: threats[number(0...2)],
                        route: chance(50) ? .road : .air, beds: number(50...400), classrooms: number(2...20))))
        }
        for index in 0..<size.elements {
            add(
                .element(
                    ID("E-\(index)"),
                    Element(title: "Element \(index)", decision: index * 3 < size.elements * 2 ? .accepted : .undecided)
                ))
        }
    }

    private mutating func addTraining() {
        for index in 0..<size.courses {
            add(
                .course(
                    ID("C-\(index)"),
                    Course(
                        title: "Course \(index)", days: number(5...60), seats: number(12...40), passRate: 0.9,
                        instructors: [
                            .init(capability: capability(), amount: .count(number(1...3))),
                            .init(capability: Capability("trainer"), amount: .perStudents(number(6...12))),
                        ], level: .intermediate, produces: index % 5 == 0 ? Capability("trainer.infantry") : nil,
                        turnaroundDays: number(0...10), boarded: chance(50))))
        }
        for index in 0..<size.demands {
            let from = number(0...size.periods * 4)
            add(
                .demand(
                    ID("D-\(index)"),
                    Demand(
                        course: ID("C-\(number(0...size.courses - 1))"),
                        audience: ID(Self.audiences[number(0...Self.audiences.count - 1)]), graduates: number(20...300),
                        from: start + from, by: start + (from + number(90...300)), site: site(),
                        delivery: chance(15) ? .mobileTeam : .resident, priority: number(1...5),
                        element: chance(30) ? element() : nil)))
        }
    }

    /// Adds a run given by an event for every fifth demand, and a stock count of water at every site.
    private mutating func addRunsAndStocks() {
        for index in stride(from: 0, to: size.demands, by: 5) {
            add(
                .run(
                    ID("R-\(index)"),
                    Run(
                        course: ID("C-\(number(0...size.courses - 1))"), site: site(),
                        start: start + number(size.periods...size.periods * 6), status: .scheduled,
                        demand: ID("D-\(index)"))))
        }
        for index in 0..<size.sites {
            add(
                .stock(
                    StockCount(
                        site: ID("S-\(index)"), commodity: ID("water"), date: start,
                        quantity: Double(number(0...90_000)))))
        }
    }

    /// Returns a current document of one kind with one member changed, or `nil` if the mission has none of the kind.
    mutating func changed(_ kind: EntityKind) -> Document? {
        let keys = documents.current.keys.filter { $0.kind == kind }.sorted { bytesPrecede($0.id, $1.id) }
        guard !keys.isEmpty, let document = documents.current[keys[number(0...keys.count - 1)]]?.document else {
            return nil
        }
        switch document {
        case .pledge(let id, var pledge):
            guard case .personnel(var people) = pledge.offer else { return document }
            if chance(25) {
                pledge.status = pledge.status == .withdrawn ? .offered : .withdrawn
            } else {
                people.quantity = max(1, people.quantity + number(-5...5))
            }
            pledge.offer = .personnel(people)
            return .pledge(id, pledge)
        case .line(let id, var line):
            line.posts = max(1, line.posts + number(-3...3))
            return .line(id, line)
        case .demand(let id, var demand):
            demand.graduates = max(1, demand.graduates + number(-40...40))
            return .demand(id, demand)
        case .run(let id, var run):
            run.start = run.start + number(-14...14)
            return .run(id, run)
        case .course(let id, var course):
            course.seats = max(1, course.seats + number(-3...3))
            return .course(id, course)
        case .site(let id, var site):
            site.beds = number(50...400)
            if chance(50) { site.threat = Site.Threat.allCases[number(0...2)] }
            return .site(id, site)
        case .element(let id, var element):
            element.decision = element.decision == .accepted ? .returned : .accepted
            return .element(id, element)
        case .stock(var count):
            count.quantity = Double(number(0...90_000))
            return .stock(count)
        case .mission, .clock, .item, .factor, .instructors, .delivery: return nil
        }
    }

    /// Returns a planning factor with another value.
    mutating func changedFactor() -> Document {
        let scalars: [(ScalarFactor, Double)] = [
            (.mentorShare, Double(number(10...40)) / 100), (.costPersonDay, Double(number(200...400))),
            (.tourDays, Double(number(90...360))), (.resupplyIntervalDays, Double(number(7...30))),
        ]
        let (scalar, value) = scalars[number(0...scalars.count - 1)]
        return .factor(SourcedFactor(factor: .scalar(scalar, value), source: "benchmark"))
    }

    private mutating func invented() -> Pledge {
        let statuses: [Pledge.Status] = [.indicated, .offered, .confirmed, .confirmed, .deployed]
        let from = number(-60...size.periods * 5)
        var caveats = Caveats()
        if chance(50) {
            switch number(0...4) {
            case 0: caveats.sites = (0..<number(1...3)).map { _ in site() }
            case 1: caveats.notSites = [site(), site()]
            case 2: caveats.maxThreat = .medium
            case 3: caveats.notAudiences = [ID("police")]
            default: caveats.elements = (0..<number(1...3)).map { _ in element() }
            }
        }
        return Pledge(
            nation: ID("N" + letter() + letter()), status: statuses[number(0...4)],
            offer: .personnel(
                .init(
                    capability: capability(), also: chance(40) ? [capability()] : [], quantity: number(1...14),
                    from: start + from, until: start + (from + number(90...500)), caveats: caveats)))
    }

    private mutating func letter() -> String {
        String(UnicodeScalar(UInt8(65 + number(0...min(25, size.nations / 2)))))
    }
}
