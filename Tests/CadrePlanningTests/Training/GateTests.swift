import Testing

@testable import CadrePlanning

/// Gates, urgency and levels, on cases worked by hand. Source: MODEL §§ 4, 6 and 7.
@Suite struct GateTests {
    private func rule(
        _ sketch: inout Sketch, _ name: String, _ capability: String, _ demand: EnablingRule.Demand,
        gates: Bool = true
    ) {
        sketch.factor(
            .rule(ID(name), EnablingRule(capability: Capability(capability), demand: demand, gates: gates)))
    }

    private func escorts(_ sketch: inout Sketch, ratio: Double = 1) {
        rule(&sketch, "escorts", "escort", .perInstructors(ratio: ByThreat(ratio), of: [Capability("trainer")]))
    }

    private func course(_ sketch: inout Sketch, _ id: String, trainers: Int, priority: Int) {
        sketch.course("C-\(id)", days: 7, seats: 20, instructors: [.many(trainers, "trainer")])
        sketch.demand(id, "C-\(id)", graduates: 20, by: 7, priority: priority)
    }

    private func graduates(_ sketch: Sketch) throws -> [String: Double] {
        Dictionary(uniqueKeysWithValues: try sketch.offered().training.runs.map { ($0.run, $0.graduates) })
    }

    @Test("empty posts of low urgency do not reduce an urgent course: gates count people, not posts")
    func emptyPosts() throws {
        var sketch = Sketch(periods: 2)
        sketch.site("S")
        escorts(&sketch)
        course(&sketch, "A", trainers: 2, priority: 1)
        sketch.line("L", "trainer", posts: 8, priority: 5)
        sketch.people("T", "trainer", 2)
        sketch.people("E", "escort", 2)
        #expect(try graduates(sketch)["A#1"] == 20)
    }

    @Test("escorts serve the more urgent first; guards serve all equally")
    func escortsAndGuards() throws {
        var sketch = Sketch(periods: 2)
        sketch.site("S")
        course(&sketch, "A", trainers: 2, priority: 1)
        course(&sketch, "B", trainers: 2, priority: 3)
        sketch.people("T", "trainer", 4)
        sketch.people("E", "escort", 3)
        var guarded = sketch
        escorts(&sketch)
        #expect(try graduates(sketch) == ["A#1": 20, "B#1": 10])
        rule(&guarded, "guards", "escort", .perPopulation(ratio: ByThreat(0.8)))
        // Of priority 1 there are two trainers and three guards, who need 0.8 · 5 = 4 guards: 3/4 of 20 seats. Of
        // priority ≤ 3 there are seven, who need 5.6: 3/5.6.
        #expect(try graduates(guarded) == ["A#1": 15, "B#1": 10])
    }

    @Test("gates act only on the foreign instructors: the host nation's continue to teach")
    func hostInstructors() throws {
        var sketch = Sketch(periods: 2)
        sketch.site("S")
        sketch.factor(.scalar(.mentorShare, 0.5))
        escorts(&sketch)
        course(&sketch, "A", trainers: 4, priority: 1)
        sketch.add(.instructors(Capability("trainer"), InstructorCount(date: Sketch.day(0), count: 9)))
        sketch.people("T", "trainer", 2)
        // Two of four are foreign and have no escort.
        #expect(try graduates(sketch)["A#1"] == 10)
    }

    @Test("an enabling post is as urgent as the posts that require it (MODEL § 6)")
    func urgency() throws {
        var sketch = Sketch(periods: 2)
        sketch.site("S")
        escorts(&sketch, ratio: 0.5)
        sketch.line("L1", "trainer", posts: 4, priority: 2)
        sketch.line("L2", "trainer", posts: 3, priority: 4)
        // ⌈0.5 · 4⌉ = 2 of priority 2; ⌈0.5 · 7⌉ = 4 in all: 2 more of priority 4.
        let gaps = try #require(
            try sketch.planned().estimates.summary.scenarios.first { $0.scenario == .offered }?.gapPersonPeriods)
        #expect(gaps == [0, 2 * (4 + 2), 0, 2 * (3 + 2), 0])
        sketch.line("L3", "escort", posts: 3, priority: 5)
        // A line that covers them is subtracted from the most urgent first.
        let covered = try sketch.planned().estimates.summary.scenarios.first { $0.scenario == .offered }
        #expect(covered?.gapPersonPeriods == [0, 2 * 4, 0, 2 * (3 + 1), 2 * 3])
    }

    @Test("people who could be guards or escorts are shared in proportion, a tenth at a time (MODEL § 7)")
    func levels() throws {
        var sketch = Sketch(periods: 1)
        sketch.site("S")
        rule(&sketch, "a", "protection.escort", .perSite(count: ByThreat(10)))
        rule(&sketch, "b", "protection.guard", .perSite(count: ByThreat(20)))
        sketch.line("L", "trainer", posts: 1, priority: 1)
        sketch.add(
            .pledge(
                ID("NOR/P"),
                Pledge(
                    nation: ID("NOR"), status: .deployed,
                    offer: .personnel(
                        .init(
                            capability: Capability("protection.escort"), also: [Capability("protection.guard")],
                            quantity: 15, from: Sketch.day(0))))))
        let force = try sketch.offered().force
        #expect(force.byCapability["protection.escort"]?.filled == [5])
        #expect(force.byCapability["protection.guard"]?.filled == [10])
    }

    @Test("the posts of hosted rules are listed, and count in no strength (MODEL § 6)")
    func hosted() throws {
        var sketch = Sketch(periods: 2)
        sketch.site("S", hosted: [.init(service: .rule(ID("guards")), element: nil)])
        rule(&sketch, "guards", "guard", .perPopulation(ratio: ByThreat(0.25)))
        sketch.line("L", "trainer", posts: 10)
        sketch.line("G", "guard", posts: 2)
        let force = try sketch.offered().force
        // ⌈0.25 · 12⌉: the enabling line subtracts nothing.
        #expect(force.hosted["S"]?["guard"] == [3, 3])
        #expect(force.inTheatre.required == [12, 12])
    }
}
