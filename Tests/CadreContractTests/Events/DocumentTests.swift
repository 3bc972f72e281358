import CadrePlanning
import Testing

@testable import CadreContract

@Suite("an event's data becomes the core's document, with the contract's defaults (CONTRACT § 2)")
struct DocumentTests {
    private func document(_ type: String, _ data: String) throws -> Document {
        let payload = EventSample.envelope(type: type, data: #"{"mission":"M",\#(data)}"#)
        switch EventReader().read(payload: payload).first {
        case .event(let received): return received.event.document
        case .rejected(let rejection): throw rejection
        case .head, nil: throw Unread()
        }
    }

    private struct Unread: Error {}
    private func day(_ year: Int, _ month: Int, _ day: Int) throws -> Day {
        try #require(Day(year: year, month: month, day: day))
    }

    @Test("mission.defined")
    func mission() throws {
        let least = Mission(name: "Atlas", start: try day(2004, 8, 14), periods: 104)
        #expect(least.periodDays == 7 && least.seed == 1 && least.clock == .events)
        #expect(
            try document("mission.defined", #""name":"Atlas","start":"2004-08-14","periods":104"#)
                == .mission(ID("M"), least))
        let most = Mission(
            name: "", start: try day(1900, 1, 1), periods: 520, periodDays: 31, hqSite: ID("S-1"), seed: 0,
            clock: .live, marking: "", partner: ID("IRQ"), mandate: "m")
        #expect(
            try document(
                "mission.defined",
                #"""
                "name":"","start":"1900-01-01","periods":520,"periodDays":31,"hqSite":"S-1","seed":0,\#
                "clock":"live","marking":"","partner":"IRQ","mandate":"m"
                """#
            ) == .mission(ID("M"), most))
    }

    @Test("clock.advanced")
    func clock() throws {
        #expect(try document("clock.advanced", #""x":1"#) == .clock(ClockAdvance()))
        #expect(
            try document("clock.advanced", #""generation":1000"#) == .clock(ClockAdvance(generation: 1_000)))
        let to = Instant(seconds: 946_684_799, fraction: "5")
        #expect(try document("clock.advanced", #""to":"2000-01-01T01:59:59.50+02:00""#) == .clock(ClockAdvance(to: to)))
    }

    @Test("element.proposed")
    func element() throws {
        #expect(
            try document("element.proposed", #""element":"E","title":"t""#)
                == .element(ID("E"), Element(title: "t", decision: .undecided, likelihood: nil, requires: [])))
        #expect(
            try document(
                "element.proposed",
                #""element":"E","title":"t","decision":"rejected","likelihood":1,"requires":["B","A","B"]"#)
                == .element(
                    ID("E"),
                    Element(title: "t", decision: .rejected, likelihood: 1, requires: [ID("B"), ID("A"), ID("B")])))
    }

    @Test("site.defined; hosted services by the bytes of their names")
    func site() throws {
        let least = Site(name: "Camp", inTheatre: true, threat: .medium, climate: .hot, route: .air)
        #expect(try document("site.defined", #""site":"S","name":"Camp""#) == .site(ID("S"), least))
        let most = Site(
            name: "Camp", inTheatre: false, threat: .low, climate: .temperate, route: .road, beds: 5, classrooms: 0,
            powerKw: 2.5, latitude: -90, longitude: 180, storage: [ID("water"): 10.5],
            hosted: [
                Site.Hosting(service: .commodity(ID("fuel")), element: nil),
                Site.Hosting(service: .rule(ID("a.b")), element: ID("E")),
            ])
        #expect(
            try document(
                "site.defined",
                #"""
                "site":"S","name":"Camp","inTheatre":false,"threat":"low","climate":"temperate","route":"road",\#
                "beds":5.0,"classrooms":0,"powerKw":2.5,"latitude":-90,"longitude":1.8e2,"storage":{"water":10.5},\#
                "hosted":{"rule.a.b":"E","commodity.fuel":null}
                """#
            ) == .site(ID("S"), most))
    }

    @Test("line.required and equipment.required")
    func requirements() throws {
        let line = Line(
            site: ID("S"), capability: Capability("trainer"), posts: 8, from: try day(2005, 1, 1), priority: 3)
        #expect(
            try document(
                "line.required", #""line":"L","site":"S","capability":"trainer","posts":8,"from":"2005-01-01""#)
                == .line(ID("L"), line))
        #expect(
            try document("equipment.required", #""item":"I","title":"t","quantity":3"#)
                == .item(ID("I"), EquipmentItem(title: "t", quantity: 3, kgEach: 0, unitCost: 0)))
    }

    @Test("course.defined")
    func course() throws {
        let least = Course(
            title: "t", days: 5, seats: 20, passRate: 0.9, instructors: [], leadInDays: 0, turnaroundDays: 0,
            boarded: false,
            classrooms: 1)
        #expect(
            try document("course.defined", #""course":"C","title":"t","days":5,"seats":20,"passRate":0.9"#)
                == .course(ID("C"), least))
        var most = least
        most.instructors = [
            Course.Instructors(capability: Capability("trainer"), amount: .count(2)),
            Course.Instructors(capability: Capability("trainer.staff"), amount: .perStudents(10)),
        ]
        most.level = .senior
        most.topic = "staff"
        most.produces = Capability("trainer.staff")
        most.leadInDays = 14
        most.turnaroundDays = 7
        most.boarded = true
        most.classrooms = 0
        most.perStudent = [ID("training-ammunition"): 200]
        #expect(
            try document(
                "course.defined",
                #"""
                "course":"C","title":"t","days":5,"seats":20,"passRate":0.9,\#
                "instructors":[{"capability":"trainer","count":2},{"capability":"trainer.staff",\#
                "perStudents":10}],"level":"senior","topic":"staff","produces":"trainer.staff","leadInDays":14,\#
                "turnaroundDays":7,"boarded":true,"classrooms":0,"perStudent":{"training-ammunition":200}
                """#
            ) == .course(ID("C"), most))
    }

    @Test("demand.set, run.scheduled and instructors.counted")
    func training() throws {
        let demand = Demand(
            course: ID("C"), audience: ID("army"), graduates: 50, from: try day(2005, 1, 1), by: try day(2005, 7, 1),
            site: nil,
            delivery: .abroad, priority: 3)
        #expect(
            try document(
                "demand.set",
                #"""
                "demand":"D","course":"C","audience":"army","graduates":50,"from":"2005-01-01","by":"2005-07-01",\#
                "delivery":"abroad"
                """#
            ) == .demand(ID("D"), demand))
        var run = Run(course: ID("C"), site: ID("S"), start: try day(2005, 1, 1), status: .started)
        let least = #""run":"R","course":"C","site":"S","start":"2005-01-01","status":"started""#
        #expect(try document("run.scheduled", least) == .run(ID("R"), run))
        #expect(run.priority == nil && run.delivery == nil && run.seats == nil && run.provider == nil)
        run.provider = ""
        run.delivery = .mobileTeam
        run.graduates = 0
        #expect(
            try document("run.scheduled", least + #","provider":"","delivery":"mobile-team","graduates":0"#)
                == .run(ID("R"), run))
        #expect(
            try document("instructors.counted", #""capability":"trainer","date":"2005-01-01","count":12"#)
                == .instructors(Capability("trainer"), InstructorCount(date: try day(2005, 1, 1), count: 12)))
    }

    @Test("pledge.recorded: the entity is NATION/PLEDGE")
    func pledges() throws {
        let head = #""pledge":"P-1","nation":"NOR","status":"offered","#
        func offer(_ members: String) throws -> Pledge.Offer? {
            guard case .pledge(ID("NOR/P-1"), let pledge) = try document("pledge.recorded", head + members) else {
                return nil
            }
            #expect(pledge.nation.text == "NOR" && pledge.status == .offered && pledge.likelihood == nil)
            return pledge.offer
        }
        let from = try day(2005, 1, 1)
        #expect(
            try offer(#""kind":"personnel","capability":"trainer","quantity":3,"from":"2005-01-01""#)
                == .personnel(
                    .init(capability: Capability("trainer"), also: [], quantity: 3, from: from, caveats: Caveats())))
        #expect(
            try offer(
                #"""
                "kind":"personnel","capability":"trainer","quantity":3,"from":"2005-01-01","also":["adviser"],\#
                "caveats":{"sites":["S"],"notSites":["T"],"maxThreat":"low","notAudiences":["police"],\#
                "elements":["E"],"abroadOnly":true}
                """#
            )
                == .personnel(
                    .init(
                        capability: Capability("trainer"), also: [Capability("adviser")], quantity: 3, from: from,
                        caveats: Caveats(
                            sites: [ID("S")], notSites: [ID("T")], maxThreat: .low, notAudiences: [ID("police")],
                            elements: [ID("E")], abroadOnly: true))))
        #expect(
            try offer(#""kind":"training-places","course":"C","places":3,"start":"2005-01-01","end":"2005-01-01""#)
                == .trainingPlaces(.init(course: ID("C"), places: 3, start: from, end: from)))
        #expect(
            try offer(#""kind":"equipment","item":"I","quantity":3,"mode":"loan""#)
                == .equipment(.init(item: ID("I"), quantity: 3, mode: .loan, delivery: nil, delivered: 0)))
        #expect(
            try offer(#""kind":"funds","fund":"f","amount":10.5"#)
                == .funds(.init(fund: ID("f"), amount: 10.5, received: 0, currency: ID("EUR"))))
    }

    @Test("stock.counted and delivery.received")
    func supplies() throws {
        let members = #""site":"S","commodity":"water","date":"2005-01-01","quantity":0.5"#
        let date = try day(2005, 1, 1)
        #expect(
            try document("stock.counted", members)
                == .stock(StockCount(site: ID("S"), commodity: ID("water"), date: date, quantity: 0.5)))
        #expect(
            try document("delivery.received", members + #","delivery":"V""#)
                == .delivery(ID("V"), Delivery(site: ID("S"), commodity: ID("water"), date: date, quantity: 0.5)))
    }
}
