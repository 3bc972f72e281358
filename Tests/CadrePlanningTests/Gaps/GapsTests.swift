import Testing

@testable import CadrePlanning

@Suite struct GapsTests {
    @Test("a shortfall is a maximal run of periods, with the runs that it limits (MODEL § 10)")
    func shortfalls() throws {
        var sketch = Sketch(periods: 6)
        sketch.site("S")
        sketch.factor(
            .rule(
                ID("guards"),
                EnablingRule(capability: Capability("guard"), demand: .perSite(count: ByThreat(2)), gates: true)))
        sketch.course("C", days: 14, seats: 10, instructors: [.one("trainer")])
        sketch.demand("D", "C", graduates: 10, by: 21)
        sketch.line("L", "adviser", posts: 1)
        sketch.people("T", "trainer", 1)
        sketch.people("A", "adviser", 1)
        sketch.people("G", "guard", 2, from: 7, until: 28)
        let shortfalls = try sketch.planned().gaps().shortfalls
        #expect(shortfalls.map { [$0.from, $0.until, $0.peak, $0.personPeriods] } == [[4, 6, 2, 4], [0, 1, 2, 2]])
        #expect(shortfalls.map(\.origin) == [["rule guard"], ["rule guard"]])
        #expect(shortfalls.map(\.runs) == [[], ["D#1"]])
        // The run is taught in one of its two periods.
        #expect(shortfalls.map(\.graduatesLost) == [0, 5])
    }

    @Test("the gain of an advice equals the gain after it is pledged")
    func advice() throws {
        var sketch = Sketch(periods: 8)
        sketch.site("S", threat: .high)
        sketch.course("C", days: 14, seats: 10, instructors: [.many(2, "trainer")])
        sketch.demand("D", "C", graduates: 20, by: 56, priority: 2)
        sketch.people("P", "trainer", 2, caveats: Caveats(maxThreat: .low))
        let planned = try sketch.planned()
        let advice = try planned.gaps().advice
        #expect(!advice.isEmpty)
        let before = try #require(planned.estimates.summary.scenarios.first { $0.scenario == .offered })
        for entry in advice {
            var tried = sketch
            switch entry.step {
            case .pledge(let shortfall, let quantity, let from, let until):
                let offset = from.number - Sketch.day(0).number
                tried.people(
                    "X", shortfall.capability.code, quantity, status: .offered, from: offset,
                    until: until.number - Sketch.day(0).number)
            case .caveat:
                tried.people("P", "trainer", 2)
            }
            let after = try #require(try tried.planned().estimates.summary.scenarios.first { $0.scenario == .offered })
            #expect(abs(after.expected - before.expected - entry.gain.graduates) < 1e-6)
            #expect(zip(before.gapPersonPeriods, after.gapPersonPeriods).map { $0 - $1 } == entry.gain.personPeriods)
        }
    }

    @Test("dependence is the loss when a nation withdraws all its pledges")
    func dependence() throws {
        var sketch = Sketch(periods: 4)
        sketch.site("S")
        sketch.line("L", "trainer", posts: 5, priority: 1)
        sketch.people("P", "trainer", 3)
        let dependence = try sketch.planned().gaps().dependence
        #expect(dependence.map(\.nation.text) == ["NOR"])
        #expect(dependence.first?.loss == .init(graduates: 0, personPeriods: [12, 0, 0, 0, 0]))
    }
}
