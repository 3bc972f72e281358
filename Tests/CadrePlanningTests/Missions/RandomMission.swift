import TestSupport

@testable import CadrePlanning

/// A small random mission, generated from a seed: every kind of document, caveats, references to unknown names.
struct RandomMission {
    private var dice: SeededRandom
    private(set) var sketch: Sketch
    private static let capabilities = [
        "trainer", "trainer.medical", "trainer.counter-ied", "adviser", "adviser.ministry", "guard", "guard.gate",
        "support", "support.medical", "staff",
    ]
    private static let audiences = ["army", "police", "ministry"]

    init(seed: UInt64) {
        dice = SeededRandom(seed: seed &* 7_919)
        sketch = Sketch(periods: 8, hqSite: ID("S0"))
        places()
        rules()
        courses()
        for index in 0..<8 {
            sketch.line(
                "L\(index)", pick(Self.capabilities), posts: number(0...6), at: "S\(number(0...3))",
                from: number(-10...30), until: maybe(60).map { _ in number(31...80) }, priority: number(1...5),
                element: maybe(40).map { _ in "E\(number(0...4))" })
        }
        for index in 0..<14 { pledge(index) }
        if dice.percent(60) {
            sketch.add(.clock(ClockAdvance(to: Instant(seconds: Sketch.day(number(-9...70)).number * 86_400))))
        }
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }
    private mutating func pick(_ from: [String]) -> String { from[number(0...from.count - 1)] }
    private mutating func maybe(_ percent: Int) -> Void? { dice.percent(percent) ? () : nil }

    private mutating func places() {
        for index in 0..<3 {
            let threats: [Site.Threat] = [.low, .medium, .high]
            let hosted = maybe(30).map { _ in
                [Site.Hosting(service: .rule(ID("guards")), element: maybe(50).map { _ in ID("E\(number(0...4))") })]
            }
            sketch.site(
                "S\(index)", inTheatre: index != 2, threat: threats[number(0...2)], hosted: hosted ?? [],
                storage: dice.percent(30) ? [ID("water"): Double(number(0...500))] : [:], beds: number(0...40))
        }
        let decisions = Element.Decision.allCases
        for index in 0..<4 {
            sketch.add(
                .element(
                    ID("E\(index)"),
                    Element(
                        title: "", decision: decisions[number(0...3)],
                        requires: dice.percent(30) ? [ID("E\(number(0...4))")] : [])))
        }
    }

    private mutating func rules() {
        func rule(_ name: String, _ capability: String, _ demand: EnablingRule.Demand, gates: Bool = false) {
            sketch.factor(
                .rule(ID(name), EnablingRule(capability: Capability(capability), demand: demand, gates: gates)))
        }
        rule("hq", "staff", .perMission(ratio: ByThreat(0.2)))
        rule("guards", "guard", .perSite(count: ByThreat(low: 1, medium: 2, high: 4)), gates: dice.percent(50))
        rule("escorts", "guard", .perInstructors(ratio: ByThreat(0.4), of: [Capability("trainer")]))
        rule("doctors", "support.medical", .perPopulation(ratio: ByThreat(0.1)))
        rule("life", "support", .perPopulation(ratio: ByThreat(0.2)))
        sketch.factor(
            .commodity(
                ID("water"),
                Commodity(
                    unit: "L", supplyClass: "I", perPersonDay: .init(temperate: 1, hot: 2, cold: 1), perSiteDay: 3,
                    kgPerUnit: 1, unitCost: 0.5, stockDays: 10, lifted: 0.5)))
        sketch.factor(.fund(ID("f"), Fund(charges: [.lift, .trainingAbroad])))
    }

    private mutating func courses() {
        for index in 0..<3 {
            sketch.course(
                "C\(index)", days: number(1...20), seats: number(1...12), passRate: Double(number(5...10)) / 10,
                instructors: [
                    .init(capability: Capability(pick(Self.capabilities)), amount: .count(number(1...3))),
                    .init(capability: Capability("trainer"), amount: .perStudents(number(2...8))),
                ], produces: index == 0 ? "trainer.medical" : nil, turnaroundDays: number(0...7),
                boarded: dice.percent(50))
        }
        let deliveries = Demand.Delivery.allCases
        for index in 0..<5 {
            let delivery = deliveries[number(0...2)]
            let from = number(-5...30)
            sketch.add(
                .demand(
                    ID("D\(index)"),
                    Demand(
                        course: ID("C\(number(0...3))"), audience: ID(pick(Self.audiences)),
                        graduates: number(0...40), from: Sketch.day(from), by: Sketch.day(from + number(1...40)),
                        site: delivery == .abroad ? nil : ID("S\(number(0...2))"), delivery: delivery,
                        priority: number(1...5), element: dice.percent(20) ? ID("E\(number(0...3))") : nil)))
        }
        let statuses = Run.Status.allCases
        for index in 0..<4 {
            sketch.add(
                .run(
                    ID("R\(index)"),
                    Run(
                        course: ID("C\(number(0...2))"), site: ID("S\(number(0...2))"),
                        start: Sketch.day(number(-15...50)), status: statuses[number(0...3)],
                        graduates: number(0...10), demand: dice.percent(60) ? ID("D\(number(0...4))") : nil,
                        provider: dice.percent(20) ? "XEU" : nil)))
        }
        if dice.percent(50) {
            sketch.add(
                .instructors(
                    Capability("trainer.medical"),
                    InstructorCount(date: Sketch.day(number(0...50)), count: number(0...5))))
        }
    }

    private mutating func pledge(_ index: Int) {
        let statuses = Pledge.Status.allCases
        let nation = pick(["NOR", "DEU", "XNA"])
        let from = number(-20...30)
        var caveats = Caveats()
        switch number(0...7) {
        case 0: caveats.sites = [ID("S\(number(0...3))")]
        case 1: caveats.notSites = [ID("S0")]
        case 2: caveats.maxThreat = .medium
        case 3: caveats.notAudiences = [ID("police")]
        case 4: caveats.elements = [ID("E\(number(0...4))")]
        case 5: caveats.abroadOnly = true
        default: break
        }
        let offer: Pledge.Offer =
            index == 0
            ? .funds(.init(fund: ID("f"), amount: Double(number(0...5_000)), currency: ID(pick(["EUR", "XTS"]))))
            : index == 1
                ? .trainingPlaces(
                    .init(
                        course: ID("C\(number(0...2))"), places: number(0...30), start: Sketch.day(from),
                        end: Sketch.day(from + number(0...30))))
                : .personnel(
                    .init(
                        capability: Capability(pick(Self.capabilities)), also: [Capability(pick(Self.capabilities))],
                        quantity: number(0...8), from: Sketch.day(from),
                        until: dice.percent(40) ? Sketch.day(from + number(1...40)) : nil, caveats: caveats))
        sketch.add(
            .pledge(
                ID("\(nation)/P\(index)"),
                Pledge(
                    nation: ID(nation), status: statuses[number(0...5)],
                    requires: dice.percent(15) ? [ID("NOR/P\(number(0...14))")] : [], offer: offer)))
    }
}
