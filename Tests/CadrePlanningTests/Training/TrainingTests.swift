import Testing

@testable import CadrePlanning

@Suite struct TrainingTests {
    private func training(_ sketch: Sketch) throws -> TrainingEstimate { try sketch.offered().training }

    @Test("a demand is planned in runs on as few tracks as its time allows (MODEL § 4)")
    func tracks() throws {
        var sketch = Sketch(periods: 12)
        sketch.site("S")
        // A run has two periods, three to the next; 8 periods: slots at 0, 3, 6. Seven runs of 9 graduates: three
        // tracks.
        sketch.course("C", days: 14, seats: 10, passRate: 0.9, turnaroundDays: 7)
        sketch.demand("D", "C", graduates: 60, by: 56)
        let runs = try training(sketch).runs
        #expect(runs.map(\.first) == [0, 0, 0, 3, 3, 3, 6])
        #expect(Set(runs.map(\.run)) == Set((1...7).map { "D#\($0)" }))
        #expect(runs.allSatisfy { $0.last == $0.first + 1 && $0.staffing == 1 && $0.graduates == 9 })
        #expect(try training(sketch).byAudience["army"]?.wanted == 60)
        #expect(try training(sketch).byCourse["C"]?.graduates == [0, 27, 0, 0, 27, 0, 0, 9, 0, 0, 0, 0])
    }

    @Test("a demand for which no run fits, or that needs more than a thousand, is infeasible")
    func infeasible() throws {
        var sketch = Sketch(periods: 12)
        sketch.site("S")
        sketch.course("long", days: 60, seats: 10)
        sketch.course("tiny", days: 7, seats: 1)
        sketch.demand("late", "long", graduates: 1, by: 56)
        sketch.demand("huge", "tiny", graduates: 1_001, by: 70)
        sketch.demand("just", "tiny", graduates: 1_000, by: 70)
        let estimates = try sketch.planned().estimates
        #expect(estimates[.offered]?.training.infeasible.map(\.text) == ["huge", "late"])
        #expect(estimates[.offered]?.training.runs.count == 1_000)
        let alerts = estimates.summary.alerts.filter { $0.code == .infeasibleDemand }
        #expect(alerts.map(\.key) == ["huge", "late"])
        #expect(alerts.allSatisfy { $0.since == nil })
    }

    @Test("given runs count before new ones are planned, each by its own course; cancelled ones do not")
    func givenRuns() throws {
        var sketch = Sketch(periods: 12)
        sketch.site("S")
        sketch.course("C", days: 7, seats: 10)
        sketch.course("half", days: 7, seats: 20, passRate: 0.5)
        sketch.demand("D", "C", graduates: 45, by: 70)
        func run(_ id: String, _ course: String, _ status: Run.Status, _ graduates: Int? = nil) {
            sketch.add(
                .run(
                    ID(id),
                    Run(
                        course: ID(course), site: ID("S"), start: Sketch.day(0), status: status, graduates: graduates,
                        demand: ID("D"))))
        }
        run("done", "C", .completed, 7)
        run("coming", "half", .scheduled)
        run("off", "C", .cancelled)
        // 45 − 7 − 10 are left: three runs.
        let estimate = try training(sketch)
        #expect(Set(estimate.runs.map(\.run)) == ["done", "coming", "D#1", "D#2", "D#3"])
        // They yield 47 instead of the 45 required: the same share of each run's graduates is expected.
        let course = try #require(estimate.byCourse["C"]), half = try #require(estimate.byCourse["half"])
        #expect(abs(course.expected - 37 * 45.0 / 47) < 1e-9)
        #expect(abs(course.others - 37 * 2.0 / 47) < 1e-9)
        #expect(abs(half.expected - 10 * 45.0 / 47) < 1e-9)
    }

    @Test("staffing is the mean of a run's shares, and decides its graduates (MODEL § 4)")
    func staffing() throws {
        var sketch = Sketch(periods: 6)
        sketch.site("S")
        sketch.course("C", days: 21, seats: 10, passRate: 0.5, instructors: [.many(4, "trainer"), .one("medic")])
        sketch.demand("D", "C", graduates: 5, by: 21)
        sketch.people("T", "trainer", 4, until: 7)
        sketch.people("U", "trainer", 3, from: 7)
        sketch.people("M", "medic", 1)
        let run = try #require(try training(sketch).runs.first)
        // 1, 3/4 and 3/4 of 10 seats: 8 students, of which half pass.
        #expect(abs(run.staffing - 2.5 / 3) < 1e-12)
        #expect(run.graduates == 4)
        #expect(try sketch.offered().force.inTheatre.filled == [5, 4, 4, 0, 0, 0])
    }

    @Test("without guards there is no teaching; past periods of a current run count as taught (MODEL § 4)")
    func gates() throws {
        var sketch = Sketch(periods: 6)
        sketch.site("S")
        sketch.course("C", days: 21, seats: 10, instructors: [.one("trainer")])
        sketch.add(
            .run(ID("R"), Run(course: ID("C"), site: ID("S"), start: Sketch.day(0), status: .started)))
        sketch.people("T", "trainer", 1)
        sketch.people("G", "guard", 5, from: 7)
        sketch.factor(
            .rule(
                ID("guards"),
                EnablingRule(capability: Capability("guard"), demand: .perSite(count: ByThreat(10)), gates: true)))
        // Period 0 has no guards, half of those needed in periods 1 and 2.
        #expect(try training(sketch).runs.first.map { abs($0.staffing - 1.0 / 3) < 1e-12 } == true)
        #expect(try training(sketch).runs.first?.graduates == 3)
        sketch.add(.clock(ClockAdvance(to: Instant(seconds: Sketch.day(7).number * 86_400))))
        #expect(try training(sketch).runs.first.map { abs($0.staffing - 2.0 / 3) < 1e-12 } == true)
    }

    @Test("places abroad go to demands in order (priority, by, id), places in order of start (MODEL § 4, abroad)")
    func abroad() throws {
        var sketch = Sketch(periods: 10)
        sketch.course("C", days: 14, seats: 10, passRate: 0.5)
        sketch.demand("second", "C", graduates: 10, by: 70, at: nil, delivery: .abroad, priority: 3)
        sketch.demand("first", "C", graduates: 6, by: 70, at: nil, delivery: .abroad, priority: 2)
        func places(_ id: String, _ count: Int, start: Int, end: Int) {
            sketch.add(
                .pledge(
                    ID("NOR/\(id)"),
                    Pledge(
                        nation: ID("NOR"), status: .confirmed,
                        offer: .trainingPlaces(
                            .init(course: ID("C"), places: count, start: Sketch.day(start), end: Sketch.day(end))))))
        }
        places("late", 20, start: 60, end: 71)
        places("A", 15, start: 7, end: 20)
        places("B", 10, start: 0, end: 35)
        let estimate = try training(sketch)
        // first: 10 of B, then 2 of A make 6 graduates; second: the 13 left of A make 6.5.
        #expect(estimate.byCourse["C"]?.wanted == 16)
        #expect(estimate.byCourse["C"]?.graduates == [0, 0, 7.5, 0, 0, 5, 0, 0, 0, 0])
        let costs = try sketch.offered().logistics.costs
        // 15 for the journey and 20 a day for 14 days.
        let each = 295.0
        #expect(costs["training-abroad"]?.prefix(2) == [10 * each, 15 * each])
    }

    @Test("host-nation instructors graduate from producing courses, leave, and take over posts (MODEL § 5)")
    func hostInstructors() throws {
        var sketch = Sketch(periods: 6)
        sketch.site("S")
        sketch.factor(.scalar(.instructorPosted, 0.5))
        sketch.course("TTT", days: 7, seats: 8, instructors: [.one("trainer")], produces: "trainer.basic")
        sketch.course("C", days: 42, seats: 10, instructors: [.many(8, "trainer")])
        sketch.demand("D", "TTT", graduates: 8, by: 7)
        sketch.demand("E", "C", graduates: 10, by: 42)
        sketch.people("T", "trainer", 9)
        let estimate = try training(sketch)
        // Eight graduates in period 0, half of them teach from period 1; of eight posts two stay foreign.
        #expect(estimate.hostInstructors["trainer.basic"] == [0, 4, 4, 4, 4, 4])
        #expect(estimate.instructors["C"]?.local == [0, 4, 4, 4, 4, 4])
        #expect(try sketch.offered().force.inTheatre.required == [9, 4, 4, 4, 4, 4])
        sketch.add(.instructors(Capability("trainer.basic"), InstructorCount(date: Sketch.day(15), count: 30)))
        let counted = try training(sketch)
        #expect(counted.hostInstructors["trainer.basic"] == [0, 4, 30, 30, 30, 30])
        #expect(counted.instructors["C"]?.local == [0, 4, 6, 6, 6, 6])
    }

    @Test("a provider's run has no posts; its graduates count, though no demand wants them")
    func provided() throws {
        var sketch = Sketch(periods: 4)
        sketch.site("S")
        sketch.course("C", days: 14, seats: 10, instructors: [.many(3, "trainer")])
        sketch.add(
            .run(
                ID("R"),
                Run(
                    course: ID("C"), site: ID("S"), start: Sketch.day(0), status: .scheduled, provider: "XEU")))
        let offered = try sketch.offered()
        #expect(offered.force.inTheatre.required == [0, 0, 0, 0])
        #expect(offered.training.byCourse["C"]?.expected == 0)
        #expect(offered.training.byCourse["C"]?.others == 10)
        #expect(offered.training.runs.first?.provider == "XEU")
        #expect(offered.logistics.costs["training"] == [0, 0, 0, 0])
    }
}
