import Testing

@testable import CadrePlanning

@Suite struct EnablingPostsTests {
    private func required(_ sketch: Sketch, _ capability: String) throws -> Int {
        try sketch.offered().force.byCapability[capability]?.required[0] ?? 0
    }

    private mutating func rule(_ sketch: inout Sketch, _ name: String, _ demand: EnablingRule.Demand) {
        sketch.factor(.rule(ID(name), EnablingRule(capability: Capability(name), demand: demand)))
    }

    @Test("headquarters count all principals in theatre, and their posts are at its site (MODEL § 6)")
    mutating func headquarters() throws {
        var sketch = Sketch(hqSite: ID("S"))
        sketch.site("S", threat: .high)
        sketch.site("T", threat: .low)
        sketch.site("A", inTheatre: false)
        sketch.line("1", "trainer", posts: 20)
        sketch.line("2", "trainer", posts: 30, at: "T")
        sketch.line("3", "trainer", posts: 50, at: "A")
        rule(&sketch, "staff", .perMission(ratio: ByThreat(low: 1, medium: 1, high: 0.1)))
        #expect(try required(sketch, "staff") == 5)
        // A line that staff covers is an enabling line: not a principal, and subtracted.
        sketch.line("4", "staff.j3", posts: 3)
        #expect(try required(sketch, "staff") == 2)
        #expect(try sketch.offered().force.inTheatre.required[0] == 55)
    }

    @Test("only a site with people is guarded, and a rule per instructors counts visitors and covered lines")
    mutating func siteAndInstructors() throws {
        var sketch = Sketch()
        sketch.site("S")
        sketch.site("empty")
        sketch.line("1", "adviser.ministry", posts: 3)
        sketch.line("2", "driver", posts: 4)
        sketch.course("C", days: 70, seats: 10, instructors: [.many(5, "trainer")])
        sketch.demand("D", "C", graduates: 10, by: 70, delivery: .mobileTeam)
        rule(&sketch, "guard", .perSite(count: ByThreat(7)))
        rule(
            &sketch, "escort",
            .perInstructors(ratio: ByThreat(0.5), of: [Capability("trainer"), Capability("adviser")]))
        #expect(try required(sketch, "guard") == 7)
        #expect(try required(sketch, "escort") == 4)
        let force = try sketch.offered().force
        #expect(force.visiting.required[0] == 5)
        #expect(force.inTheatre.required[0] == 3 + 4 + 5 + 7 + 4)
    }

    @Test("a hosted service requires no posts, unless the element of its condition is in")
    func hosted() throws {
        for (decision, expected) in [(Element.Decision.undecided, [0, 0, 7]), (.accepted, [7, 7, 7])] {
            var sketch = Sketch()
            sketch.add(.element(ID("own"), Element(title: "", decision: decision)))
            sketch.site("S", hosted: [.init(service: .rule(ID("guard")), element: ID("own"))])
            sketch.line("1", "trainer", posts: 3)
            sketch.factor(
                .rule(
                    ID("guard"),
                    EnablingRule(capability: Capability("guard"), demand: .perSite(count: ByThreat(7)))))
            let planned = try sketch.planned()
            #expect(
                planned.estimates.scenarios.map { $0.force.byCapability["guard"]?.required[0] ?? 0 } == expected)
        }
    }

    @Test("enabling posts are no more urgent than the posts that require them")
    mutating func priority() throws {
        var sketch = Sketch()
        sketch.site("S")
        sketch.line("1", "trainer", posts: 3, priority: 4)
        rule(&sketch, "guard", .perSite(count: ByThreat(7)))
        let headline = try #require(try sketch.planned().estimates.summary.scenarios.first)
        #expect(headline.gapPersonPeriods == [0, 0, 0, 100, 0])
        sketch.line("2", "adviser", posts: 1, priority: 2)
        let urgent = try #require(try sketch.planned().estimates.summary.scenarios.first)
        #expect(urgent.gapPersonPeriods == [0, 80, 0, 30, 0])
    }
}
