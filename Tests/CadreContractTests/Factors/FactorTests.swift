import CadrePlanning
import Testing

@testable import CadreContract

@Suite("planning factors: the default table and factors that are set (CONTRACT § 3)")
struct FactorTests {
    private func factor(_ data: String) throws -> SourcedFactor {
        let payload = EventSample.envelope(type: "factor.set", data: #"{"mission":"M",\#(data)}"#)
        switch EventReader().read(payload: payload).first {
        case .event(let received):
            guard case .factor(let factor) = received.event.document else { throw Unread() }
            return factor
        case .rejected(let rejection): throw rejection
        case .head, nil: throw Unread()
        }
    }

    private struct Unread: Error {}

    @Test("the built-in table is complete: every scalar, and rows of every kind, each with a source")
    func table() {
        #expect(DefaultFactors.problem == nil)
        #expect(DefaultFactors.all.count == 50)
        #expect(Set(DefaultFactors.all.map(\.factor.name)).count == 50)
        #expect(DefaultFactors.all.allSatisfy { !$0.source.isEmpty })
        for scalar in ScalarFactor.allCases {
            #expect(!DefaultFactors.unit(of: scalar).isEmpty)
            #expect(DefaultFactors.all.contains { $0.factor.name == scalar.rawValue })
        }
        #expect(DefaultFactors.range(of: .tourDays) == 7...1_000)
        #expect(DefaultFactors.unit(of: .powerKwPerPerson) == "kW")
    }

    @Test("some of its rows, checked by hand")
    func rows() {
        let factors = DefaultFactors.all.map(\.factor)
        #expect(factors.contains(.scalar(.mentorShare, 0.25)))
        #expect(factors.contains(.rate(ID("USD"), 0.92)))
        #expect(factors.contains(.prior(.confirmed, Prior(alpha: 19, beta: 1))))
        #expect(factors.contains(.fund(ID("trust-fund"), Fund(charges: [.trainingAbroad]))))
        #expect(
            factors.contains(
                .rule(
                    ID("guards"),
                    EnablingRule(
                        capability: Capability("protection.guard"),
                        demand: .perSite(count: ByThreat(low: 10, medium: 20, high: 50)), gates: true))))
        #expect(
            factors.contains(
                .commodity(
                    ID("fuel"),
                    Commodity(
                        unit: "L", supplyClass: "III", perPersonDay: .init(temperate: 10, hot: 15, cold: 13),
                        perSiteDay: 100,
                        kgPerUnit: 0.82, unitCost: 1.1, stockDays: 15, lifted: 1))))
    }

    @Test(
        "an invalid table reports its fault, keeps the rows before it, and never traps",
        arguments: [
            ("", "byte 0: nothing but white space; a JSON value was expected"),
            ("[]", "factors.json: expected an object, found a list"),
            ("{}", "scalars: expected an object, found nothing"),
            (
                #"{"scalars":{"mentor.share":{"value":2,"min":0,"max":1,"unit":"u","source":"s"}}}"#,
                "scalars.mentor.share.value: expected a number 0 to 1, found a number"
            ),
            (
                #"{"scalars":{"mentor.share":{"value":1,"min":2,"max":1,"unit":"u","source":"s"}}}"#,
                "scalars.mentor.share.max: expected at least min, found less"
            ),
        ])
    func broken(file: String, problem: String) {
        let read = FactorFile(parsing: Array(file.utf8))
        #expect(read.problem == problem)
        #expect(read.factors.isEmpty)
    }

    @Test("a rule's defaults: trainers and advisers, no gate, one ratio for all threats")
    func ruleDefaults() throws {
        #expect(
            try factor(#""factor":"rule.x","value":{"capability":"c","per":"instructors","ratio":0.5}"#).factor
                == .rule(
                    ID("x"),
                    EnablingRule(
                        capability: Capability("c"),
                        demand: .perInstructors(
                            ratio: ByThreat(0.5), of: [Capability("trainer"), Capability("adviser")]))))
        #expect(
            try factor(#""factor":"rule.x","value":{"capability":"c","per":"instructors","ratio":0.5,"of":[]}"#).factor
                == .rule(
                    ID("x"),
                    EnablingRule(capability: Capability("c"), demand: .perInstructors(ratio: ByThreat(0.5), of: []))))
        #expect(
            try factor(
                #"""
                "factor":"rule.x","value":{"capability":"c","per":"mission","ratio":{"low":0,"medium":1,\#
                "high":1000},"gates":true}
                """#
            ).factor
                == .rule(
                    ID("x"),
                    EnablingRule(
                        capability: Capability("c"),
                        demand: .perMission(ratio: ByThreat(low: 0, medium: 1, high: 1_000)),
                        gates: true)))
        #expect(
            try factor(#""factor":"rule.x","value":{"capability":"c","per":"population","ratio":0.1}"#).factor
                == .rule(
                    ID("x"), EnablingRule(capability: Capability("c"), demand: .perPopulation(ratio: ByThreat(0.1)))))
    }

    @Test("stock days need not be whole; they are rounded up")
    func stockDays() throws {
        for (written, days) in [("0", 0), ("25", 25), ("25.5", 26), ("1e9", 1_000_000_000)] {
            let value =
                #"""
                {"unit":"L","class":"I","perPersonDay":{"temperate":1,"hot":1,"cold":1},"perSiteDay":0,\#
                "kgPerUnit":1,"unitCost":1,"stockDays":\#(written),"lifted":1}
                """#
            guard case .commodity(_, let commodity) = try factor(#""factor":"commodity.x","value":\#(value)"#).factor
            else {
                Issue.record("no commodity")
                continue
            }
            #expect(commodity.stockDays == days)
        }
    }

    @Test("a fund pays each kind in a list fully, and its share of each kind in a map")
    func shares() throws {
        #expect(
            try factor(#""factor":"fund.x","value":{"charges":["lift","sales","lift"]}"#).factor
                == .fund(ID("x"), Fund(shares: [.lift: 1, .sales: 1])))
        #expect(
            try factor(#""factor":"fund.x","value":{"charges":{"lift":0.25,"training-abroad":0}}"#).factor
                == .fund(ID("x"), Fund(shares: [.lift: 0.25, .trainingAbroad: 0])))
        #expect(
            try factor(#""factor":"fund.x","value":{"charges":{}}"#).factor == .fund(ID("x"), Fund(shares: [:])))
    }

    @Test("a factor belongs to the set that its event names, else to none")
    func set() throws {
        #expect(try factor(#""factor":"rate.USD","value":0.8"#).set.isEmpty)
        #expect(try factor(#""factor":"rate.USD","value":0.8,"set":"Atlas 2""#).set == "Atlas 2")
    }

    @Test("the source is that of the event, else that of the value, else empty")
    func source() throws {
        #expect(
            try factor(#""factor":"rate.USD","value":0.8"#) == SourcedFactor(factor: .rate(ID("USD"), 0.8), source: ""))
        let prior = #""factor":"prior.offered","value":{"alpha":1,"beta":1,"source":"own"}"#
        #expect(try factor(prior).source == "own")
        #expect(try factor(prior + #","source":"event""#).source == "event")
    }
}
