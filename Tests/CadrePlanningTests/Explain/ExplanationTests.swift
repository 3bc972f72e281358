import Testing

@testable import CadrePlanning

@Suite struct ExplanationTests {
    private func explain(
        _ question: Question, of sketch: Sketch, defaults: [SourcedFactor] = Sketch.quiet
    ) throws -> Explanation {
        try #require(try PlannedMission(sketch.documents, defaults: defaults)).explain(question).get()
    }

    /// Returns the latest event of a sketch that defines an entity.
    private func event(_ sketch: Sketch, _ kind: EntityKind, _ id: String) throws -> String {
        try #require(sketch.events.last { $0.document.key == EntityKey(kind, id) }).stamp.id
    }

    private func rule(_ capability: String, _ demand: EnablingRule.Demand) -> EnablingRule {
        EnablingRule(capability: Capability(capability), demand: demand)
    }

    @Test("posts come from lines, runs and rules; rules of one capability share the lines (MODEL § 6)")
    func required() throws {
        var sketch = Sketch()
        sketch.site("S", threat: .high)
        sketch.line("L", "trainer", posts: 20)
        sketch.line("G", "guard.gate", posts: 5)
        sketch.course(
            "C", days: 7, seats: 30,
            instructors: [.init(capability: Capability("trainer"), amount: .perStudents(8))])
        sketch.demand("D", "C", graduates: 30, by: 7)
        sketch.add(.instructors(Capability("trainer"), InstructorCount(date: Sketch.day(0), count: 1)))
        sketch.factor(.rule(ID("guards"), rule("guard", .perSite(count: ByThreat(low: 1, medium: 2, high: 7)))))
        let escort = rule("guard", .perInstructors(ratio: ByThreat(0.5), of: [Capability("trainer")]))
        let escorts = SourcedFactor(factor: .rule(ID("escorts"), escort), source: "planning assumption")
        let question = Question(.forceRequired, scenario: .offered, period: 0)
        let explanation = try explain(question, of: sketch, defaults: Sketch.quiet + [escorts])
        let shared = " (of 5, taken off rule after rule: per mission first, then in order of name)"
        #expect(
            explanation
                == Explanation(
                    value: .whole(20 + 5 + 3 + 7 + 7), unit: "persons",
                    parts: [
                        .init(
                            label: "line G", value: .whole(5), basis: "5 posts of the line", source: "MODEL § 6",
                            event: try event(sketch, .line, "G")),
                        .init(
                            label: "line L", value: .whole(20), basis: "20 posts of the line", source: "MODEL § 6",
                            event: try event(sketch, .line, "L")),
                        .init(
                            label: "run D#1, trainer", value: .whole(3),
                            basis: "⌈30 seats / 8⌉ less 1 host-nation instructors", source: "MODEL §§ 4 and 5",
                            event: try event(sketch, .demand, "D")),
                        .init(
                            label: "rule escorts at S", value: .whole(7),
                            basis: "⌈0.5 · 23 instructors⌉ less 5 posts of lines" + shared,
                            source: "MODEL § 6; planning assumption", event: nil),
                        .init(
                            label: "rule guards at S", value: .whole(7),
                            basis: "⌈7⌉ a site at high threat less 0 posts of lines" + shared,
                            source: "MODEL § 6; test", event: try event(sketch, .factor, "rule.guards")),
                    ]))
    }

    @Test("lines serve headquarters before other rules, and a rule that lines serve fully is listed with 0")
    func headquartersFirst() throws {
        var sketch = Sketch(hqSite: ID("S"))
        sketch.site("S")
        sketch.line("L", "trainer", posts: 20)
        sketch.line("X", "staff.j3", posts: 5)
        // By name only, the other rule would precede it.
        sketch.factor(.rule(ID("a"), rule("staff", .perSite(count: ByThreat(3)))))
        sketch.factor(.rule(ID("hq"), rule("staff", .perMission(ratio: ByThreat(0.2)))))
        let question = Question(.forceRequired, scenario: .offered, period: 0, capability: Capability("staff"))
        let explanation = try explain(question, of: sketch)
        #expect(explanation.value == .whole(2))
        #expect(explanation.parts.map(\.label) == ["rule hq at S", "rule a at S"])
        #expect(explanation.parts.map(\.value) == [.whole(0), .whole(2)])
        #expect(
            explanation.parts.first?.basis.hasPrefix("⌈0.2 · 20 principals in theatre⌉ less 4 posts of lines") == true)
    }

    @Test("a rule per population states the population that it counts")
    func population() throws {
        var sketch = Sketch()
        sketch.site("S")
        sketch.line("L", "trainer", posts: 20)
        sketch.factor(.rule(ID("doctors"), rule("doctor", .perPopulation(ratio: ByThreat(0.1)))))
        sketch.factor(.rule(ID("cooks"), rule("cook", .perSite(count: ByThreat(4)))))
        let question = Question(.forceRequired, scenario: .offered, period: 0, capability: Capability("doctor"))
        // 20 principals and 4 cooks require 3 doctors, who count too: ⌈0.1 · 27⌉ is 3 again.
        let explanation = try explain(question, of: sketch)
        #expect(explanation.parts.map(\.basis) == ["⌈0.1 · 27 persons⌉ less 0 posts of lines"])
        #expect(explanation.value == .whole(3))
    }

    @Test("posts abroad count only for their site, and for no capability in theatre")
    func abroad() throws {
        var sketch = Sketch()
        sketch.site("S")
        sketch.site("A", inTheatre: false)
        sketch.line("L", "trainer", posts: 2)
        sketch.line("M", "trainer", posts: 3, at: "A")
        sketch.people("P", "trainer", 9)
        for figure in [Question.Figure.forceRequired, .forceFilled] {
            var question = Question(figure, scenario: .offered, period: 0)
            #expect(try explain(question, of: sketch).value == .whole(2))
            question.capability = Capability("trainer")
            #expect(try explain(question, of: sketch).value == .whole(2))
            question.site = ID("A")
            #expect(try explain(question, of: sketch).value == .whole(3))
        }
    }

    @Test("fill comes from pledges, in the order of calling up, with the posts that they hold (MODEL § 7)")
    func filled() throws {
        var sketch = Sketch()
        sketch.site("S")
        sketch.site("T")
        sketch.line("L", "trainer", posts: 6)
        sketch.line("M", "trainer", posts: 2, at: "T")
        var caveats = Caveats()
        caveats.sites = [ID("S")]
        sketch.people("1", "trainer", 4, caveats: caveats)
        sketch.people("2", "trainer", 9, status: .offered)
        sketch.people("idle", "cook", 5)
        var question = Question(.forceFilled, scenario: .offered, period: 0)
        #expect(
            try explain(question, of: sketch)
                == Explanation(
                    value: .whole(8), unit: "persons",
                    parts: [
                        .init(
                            label: "pledge NOR/1", value: .whole(4), basis: "4 of 4 at hand, deployed: 4 in line L",
                            source: "MODEL § 7", event: try event(sketch, .pledge, "NOR/1")),
                        .init(
                            label: "pledge NOR/2", value: .whole(4),
                            basis: "4 of 9 at hand, offered: 2 in line L; 2 in line M", source: "MODEL § 7",
                            event: try event(sketch, .pledge, "NOR/2")),
                    ]))
        question.site = ID("T")
        let there = try explain(question, of: sketch)
        #expect(there.parts.map(\.label) == ["pledge NOR/2"])
        #expect(there.parts.map(\.basis) == ["2 of 9 at hand, offered: 2 in line M"])
        question = Question(.forceFilled, scenario: .committed, period: 0)
        #expect(try explain(question, of: sketch).value == .whole(4))
    }

    @Test("a pledge's most urgent posts are listed by name, the others counted")
    func manyPosts() throws {
        var sketch = Sketch()
        sketch.site("S")
        for line in 1...7 { sketch.line("\(line)", "trainer", posts: 2, priority: line > 5 ? 1 : 3) }
        sketch.people("P", "trainer", 14)
        let explanation = try explain(Question(.forceFilled, scenario: .offered, period: 0), of: sketch)
        let told = ["6", "7", "1", "2", "3"].map { "2 in line \($0)" }.joined(separator: "; ")
        #expect(explanation.parts.map(\.basis) == ["14 of 14 at hand, deployed: \(told); 4 in 2 more"])
    }

    @Test("graduates come from completed runs, from other runs by staffing, and from places abroad (MODEL § 4)")
    func graduates() throws {
        var sketch = Sketch()
        sketch.site("S")
        sketch.course("C", days: 7, seats: 20, passRate: 0.9, instructors: [.many(4, "trainer")])
        sketch.course("B", days: 7, seats: 10)
        sketch.people("P", "trainer", 3)
        let done = Run(course: ID("B"), site: ID("S"), start: Sketch.day(0), status: .completed, graduates: 7)
        sketch.add(.run(ID("done"), done))
        sketch.demand("D", "C", graduates: 15, by: 7)
        sketch.demand("X", "C", graduates: 9, by: 7, at: nil, delivery: .abroad)
        sketch.add(
            .pledge(
                ID("NOR/places"),
                Pledge(
                    nation: ID("NOR"), status: .confirmed,
                    offer: .trainingPlaces(
                        .init(course: ID("C"), places: 30, start: Sketch.day(0), end: Sketch.day(6))))))
        var question = Question(.trainingGraduates, scenario: .offered, period: 0)
        let explanation = try explain(question, of: sketch)
        #expect(
            explanation.parts == [
                .init(
                    label: "run done", value: .real(7), basis: "7 actual graduates", source: "MODEL § 4",
                    event: try event(sketch, .run, "done")),
                .init(
                    label: "run D#1", value: .real(15 * 0.9),
                    basis: "15 students (seats 20 · staffing 0.75) · pass rate 0.9", source: "MODEL § 4",
                    event: try event(sketch, .demand, "D")),
                .init(
                    label: "places NOR/places for demand X", value: .real(9), basis: "10 places · pass rate 0.9",
                    source: "MODEL § 4", event: try event(sketch, .pledge, "NOR/places")),
            ])
        #expect(explanation.value == .real(29.5))
        #expect(explanation.unit == "graduates")
        question.course = ID("B")
        #expect(try explain(question, of: sketch).value == .real(7))
        question.period = 1
        #expect(try explain(question, of: sketch) == Explanation(value: .real(0), unit: "graduates", parts: []))
    }

    @Test("a completed run's graduates are listed in the period of its end")
    func late() throws {
        var sketch = Sketch()
        sketch.site("S")
        sketch.course("C", days: 7, seats: 20)
        sketch.add(
            .run(
                ID("late"),
                Run(
                    course: ID("C"), site: ID("S"), start: Sketch.day(0), status: .completed, end: Sketch.day(15),
                    graduates: 4)))
        for period in 0..<4 {
            let explanation = try explain(
                Question(.trainingGraduates, scenario: .offered, period: period), of: sketch)
            #expect(explanation.value == .real(period == 2 ? 4 : 0))
            #expect(explanation.parts.map(\.label) == (period == 2 ? ["run late"] : []))
        }
    }

    @Test("use comes from people, sites and starting courses; hosted use is listed with 0 (MODEL § 8)")
    func use() throws {
        var sketch = Sketch()
        sketch.site("S")
        sketch.site("T", hosted: [.init(service: .commodity(ID("water")), element: nil)])
        sketch.site("A", inTheatre: false)
        sketch.site("empty")
        for site in ["S", "T", "A"] { sketch.line("at-\(site)", "adviser", posts: 4, at: site) }
        sketch.people("P", "adviser", 12)
        sketch.course("C", days: 14, seats: 10, boarded: true, perStudent: [ID("water"): 2.5])
        sketch.demand("D", "C", graduates: 20, by: 14)
        sketch.factor(
            .commodity(
                ID("water"),
                Commodity(
                    unit: "L", supplyClass: "I", perPersonDay: .init(temperate: 1, hot: 1.5, cold: 3), perSiteDay: 3,
                    kgPerUnit: 1, unitCost: 0.5, stockDays: 10, lifted: 0.5)))
        var question = Question(.logisticsUse, scenario: .offered, period: 0, commodity: ID("water"))
        let factor = try event(sketch, .factor, "commodity.water")
        #expect(
            try explain(question, of: sketch)
                == Explanation(
                    value: .real(252 + 21 + 50), unit: "L",
                    parts: [
                        .init(
                            label: "people at S", value: .real(252),
                            basis: "7 days · 1.5 L · 24 persons (4 in posts, 20 students)", source: "MODEL § 8; test",
                            event: factor),
                        .init(
                            label: "site rate at S", value: .real(21), basis: "7 days · 3 L",
                            source: "MODEL § 8; test", event: factor),
                        .init(
                            label: "students beginning course C at S", value: .real(50),
                            basis: "2.5 L · 20 students (10 in run D#1, 10 in run D#2)", source: "MODEL § 8",
                            event: try event(sketch, .course, "C")),
                        .init(
                            label: "hosted at T", value: .real(0), basis: "provided there by somebody else",
                            source: "MODEL § 6", event: try event(sketch, .site, "T")),
                    ]))
        question.site = ID("T")
        #expect(try explain(question, of: sketch).value == .real(0))
        question = Question(.logisticsUse, scenario: .offered, period: 1, site: ID("S"), commodity: ID("water"))
        #expect(try explain(question, of: sketch).parts.map(\.label) == ["people at S", "site rate at S"])
    }

    @Test("an answer equals the published figure, and superseded state gives no answer")
    func published() throws {
        let sketch = RandomMission(seed: 5).sketch
        let estimates = try sketch.planned().estimates
        for scenario in Scenario.allCases {
            let explanation = try explain(Question(.forceRequired, scenario: scenario, period: 4), of: sketch)
            #expect(explanation.value == estimates[scenario].map { .whole($0.force.inTheatre.required[4]) })
        }
        let question = Question(.forceFilled, scenario: .offered, period: 4)
        #expect(throws: Superseded.self) { try sketch.planned().explain(question, isStopped: { true }) }
    }
}
