import TestSupport

@testable import CadrePlanning

/// A random mission that continues: a sequence of events of every kind, generated from a seed.
///
/// Most are small changes of current documents, of every type of event. The others replace a document by one of another
/// random mission, in which the same names have another meaning.
struct EventStream {
    private var dice: SeededRandom
    private(set) var documents: CurrentDocuments
    private var pledges: [ID<Pledge>] = []
    private var count = 0
    private var others: [[Event]] = []

    init(seed: UInt64) {
        dice = SeededRandom(seed: seed &* 104_729 &+ 17)
        documents = CurrentDocuments(mission: Sketch.mission)
        others = (1...3).map { RandomMission(seed: seed &+ 1_000 &* $0).sketch.events }
        for event in RandomMission(seed: seed).sketch.events { join(event.document) }
        join(.item(ID("I0"), EquipmentItem(title: "", quantity: 5, kgEach: 3, unitCost: 7)))
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }

    private mutating func join(_ document: Document, late: Bool = false) {
        count += 1
        // A late event is older than the current one: it is superseded.
        let stamp = Stamp(
            time: Instant(seconds: 1_700_000_000 + (late ? -1_000_000 : 60 * count)), id: "s\(count)",
            source: "urn:stream")
        documents.join(Event(mission: Sketch.mission, stamp: stamp, document: document), sequence: count)
        if case .pledge(let id, _) = document, !pledges.contains(id) { pledges.append(id) }
    }

    /// Joins one more event.
    mutating func step() {
        switch number(0...99) {
        case 0..<25: join(changedPledge())
        case 25..<58: if let document = changed() { join(document) }
        case 58..<70: join(another())
        case 70..<74:
            join(
                .clock(
                    ClockAdvance(
                        to: Instant(seconds: Sketch.day(number(-9...70)).number * 86_400),
                        generation: number(0...9) == 0 ? 1 : 0)))
        case 74..<78:
            join(
                .element(
                    ID("E\(number(0...4))"),
                    Element(title: "", decision: Element.Decision.allCases[number(0...3)])))
        case 78..<81:
            join(
                .stock(
                    StockCount(
                        site: ID("S\(number(0...2))"), commodity: ID("water"), date: Sketch.day(number(0...60)),
                        quantity: Double(number(0...300)))))
        case 81..<84:
            join(
                .delivery(
                    ID("DL\(number(0...3))"),
                    Delivery(
                        site: ID("S\(number(0...2))"), commodity: ID("water"), date: Sketch.day(number(-5...60)),
                        quantity: Double(number(0...300)))))
        case 84..<87:
            join(
                .instructors(
                    Capability("trainer.medical"),
                    InstructorCount(date: Sketch.day(number(0...50)), count: number(0...6))))
        case 87..<91: join(factor())
        case 91..<94: resend()
        case 94..<96: join(changedPledge(), late: true)
        case 96..<98: join(equipment())
        default:
            join(
                .mission(
                    Sketch.mission,
                    Mission(
                        name: "A mission", start: Sketch.day(0), periods: number(6...9), hqSite: ID("S\(number(0...3))")
                    )))
        }
    }

    /// Joins a current document again: a note that changes no figure.
    private mutating func resend() {
        let keys = documents.current.keys.sorted { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) }
        if let current = documents.current[keys[number(0...keys.count - 1)]] { join(current.document) }
    }

    /// Returns a line, demand, run, course, site or item with a small change, or `nil` if the mission has none.
    private mutating func changed() -> Document? {
        let kinds: [EntityKind] = [.line, .demand, .run, .course, .site, .item]
        let kind = kinds[number(0...kinds.count - 1)]
        let ids = documents.current.keys.filter { $0.kind == kind }.map(\.id).sorted()
        guard !ids.isEmpty, let current = documents.current[EntityKey(kind, ids[number(0...ids.count - 1)])] else {
            return nil
        }
        switch current.document {
        case .line(let id, var line):
            if number(0...2) > 0 { line.posts = number(0...7) } else { line.priority = number(1...5) }
            if number(0...4) == 0 { line.until = Sketch.day(line.from.number - Sketch.day(0).number + number(1...50)) }
            return .line(id, line)
        case .demand(let id, var demand):
            if number(0...1) == 0 { demand.graduates = number(0...50) } else { demand.priority = number(1...5) }
            return .demand(id, demand)
        case .run(let id, var run):
            run.status = .allCases[number(0...3)]
            if run.status == .completed { run.graduates = number(0...12) }
            if number(0...2) == 0 { run.start = Sketch.day(number(-15...50)) }
            return .run(id, run)
        case .course(let id, var course):
            switch number(0...3) {
            case 0: course.seats = number(1...14)
            case 1: course.days = number(1...20)
            case 2: course.boarded.toggle()
            default: course.title += "."
            }
            return .course(id, course)
        case .site(let id, var site):
            switch number(0...4) {
            case 0: site.beds = number(0...60)
            case 1: site.threat = .allCases[number(0...2)]
            case 2: site.inTheatre.toggle()
            case 3: site.hosted = number(0...1) == 0 ? [] : [.init(service: .commodity(ID("water")), element: nil)]
            default: site.storage = [ID("water"): Double(number(0...400))]
            }
            return .site(id, site)
        case .item(let id, var item):
            item.quantity = number(0...9)
            item.by = Sketch.day(number(-9...60))
            return .item(id, item)
        default: return nil
        }
    }

    private mutating func another() -> Document {
        let events = others[number(0...others.count - 1)]
        return events[number(1...events.count - 1)].document
    }

    private mutating func factor() -> Document {
        let factors: [Factor] = [
            .scalar(.mentorShare, Double(number(0...4)) / 4), .scalar(.instructorPosted, Double(number(0...2)) / 2),
            .scalar(.tourDays, Double(number(1...40))), .scalar(.costSortie, Double(number(1...900))),
            .rate(ID("XTS"), Double(number(1...3))), .scalar(.enablingPriority, Double(number(1...4))),
            .rule(
                ID("guards"),
                EnablingRule(
                    capability: Capability("guard"), demand: .perSite(count: ByThreat(Double(number(0...3)))),
                    gates: number(0...1) == 0)),
        ]
        return .factor(SourcedFactor(factor: factors[number(0...factors.count - 1)], source: ""))
    }

    private mutating func equipment() -> Document {
        let offer = Pledge.Offer.equipment(
            .init(
                item: ID("I\(number(0...1))"), quantity: number(0...9), mode: .allCases[number(0...2)],
                delivery: Sketch.day(number(-9...70))))
        return .pledge(ID("DEU/EQ"), Pledge(nation: ID("DEU"), status: .allCases[number(0...5)], offer: offer))
    }

    /// Returns a pledge with a small change, or sometimes a new one.
    private mutating func changedPledge() -> Document {
        let id = number(0...9) == 0 ? newID() : pledges[number(0...pledges.count - 1)]
        guard case .pledge(_, var pledge)? = documents.current[EntityKey(.pledge, id.text)]?.document,
            case .personnel(var people) = pledge.offer
        else {
            let people = Pledge.Personnel(
                capability: Capability(["trainer", "guard", "support.medical", "never.seen"][number(0...3)]),
                quantity: number(0...6), from: Sketch.day(number(-10...40)))
            return .pledge(
                id, Pledge(nation: nation(of: id), status: .allCases[number(0...5)], offer: .personnel(people)))
        }
        switch number(0...9) {
        case 0...3: people.quantity = max(0, people.quantity + number(-4...4))
        case 4, 5: pledge.status = .allCases[number(0...5)]
        case 6: people.from = Sketch.day(number(-20...40))
        case 7: people.until = number(0...2) == 0 ? nil : Sketch.day(number(10...60))
        case 8:
            people.caveats = Caveats()
            if number(0...1) == 0 { people.caveats.sites = [ID("S\(number(0...3))")] }
            if number(0...3) == 0 { people.caveats.maxThreat = .low }
        default:
            pledge.requires = number(0...1) == 0 ? [] : [number(0...4) == 0 ? ID("NOR/P99") : pledges[0]]
        }
        pledge.offer = .personnel(people)
        return .pledge(id, pledge)
    }

    private mutating func newID() -> ID<Pledge> {
        ID("\(["AAA", "NOR", "ZZZ"][number(0...2)])/Q\(number(0...9))")
    }

    private func nation(of id: ID<Pledge>) -> ID<Nation> { ID(String(id.text.prefix(3))) }
}
