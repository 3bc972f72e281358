import Testing

@testable import CadrePlanning

/// Tests that only those stages run after an event that depend on its changes.
@Suite struct StageRunTests {
    /// Returns a mission of two sites with a line, a course gated by guards, stocks and money.
    private static func sketch() -> Sketch {
        var sketch = Sketch(periods: 80, hqSite: ID("S"))
        sketch.site("S")
        sketch.site("T")
        sketch.factor(
            .rule(
                ID("guards"),
                EnablingRule(
                    capability: Capability("guard"), demand: .perPopulation(ratio: ByThreat(0.2)), gates: true)))
        sketch.factor(
            .commodity(
                ID("water"),
                Commodity(
                    unit: "L", supplyClass: "I", perPersonDay: .init(temperate: 1, hot: 2, cold: 1), perSiteDay: 3,
                    kgPerUnit: 1, unitCost: 0.5, stockDays: 10, lifted: 0.5)))
        sketch.line("L", "adviser", posts: 6)
        sketch.line("M", "adviser", posts: 4, at: "T")
        sketch.course("C", days: 21, seats: 10, instructors: [.many(2, "trainer")])
        sketch.demand("D", "C", graduates: 20, from: 70, by: 250)
        sketch.people("A", "adviser", 8)
        sketch.people("B", "trainer", 2, from: 60)
        sketch.people("G", "guard", 3)
        return sketch
    }

    /// Returns the keys for which each stage of `offered` ran after some documents were added.
    private func runs(after add: (inout Sketch) -> Void) throws -> (stages: [String: [Int]], basis: [String: Int]) {
        var sketch = Self.sketch()
        let before = try sketch.planned()
        add(&sketch)
        let after = try #require(try PlannedMission(sketch.documents, defaults: Sketch.quiet, after: before))
        return (
            after.step(.offered).stageRuns(since: before.step(.offered)), after.basis.stageRuns(since: before.basis)
        )
    }

    @Test("neither a repeated document nor a note runs a stage")
    func resent() throws {
        let ran = try runs { sketch in
            sketch.people("A", "adviser", 8)
            sketch.add(.clock(ClockAdvance(to: Instant(seconds: Sketch.day(0).number * 86_400))))
        }
        #expect(ran.stages.values.allSatisfy { $0.isEmpty }, "\(ran.stages)")
        #expect(ran.basis.values.allSatisfy { $0 == 0 }, "\(ran.basis)")
    }

    @Test("a pledge that starts in period 60 does not affect periods 0 to 59")
    func laterPledge() throws {
        let ran = try runs { $0.people("N", "adviser", 2, from: 60 * 7) }
        let totals = try #require(ran.stages["totals"])
        #expect(totals == Array(60..<80))
        #expect(ran.stages["given"] == [])
        #expect(ran.stages["enabling"] == [])
        #expect(ran.stages["teaching"]?.allSatisfy { $0 >= 60 } == true)
        #expect(ran.basis["pledge"] == 1)
        #expect(ran.basis["line"] == 0)
    }

    @Test("a pledge whose people are not needed changes no training and no supplies")
    func surplus() throws {
        let ran = try runs { $0.people("N", "cook", 2) }
        #expect(ran.stages["totals"]?.count == 80)
        for stage in ["given", "enabling", "groups", "teaching", "figures", "siteSupplies", "runPlans", "slots"] {
            #expect(ran.stages[stage] == [], "\(stage)")
        }
    }

    @Test("a stock count runs only the supplies of its site")
    func stockCount() throws {
        let ran = try runs { sketch in
            sketch.add(
                .stock(StockCount(site: ID("T"), commodity: ID("water"), date: Sketch.day(0), quantity: 50)))
        }
        #expect(ran.stages["siteSupplies"]?.count == 1)
        for stage in ["given", "enabling", "groups", "totals", "teaching", "figures", "supplies", "slots", "movements"]
        {
            #expect(ran.stages[stage] == [], "\(stage)")
        }
    }

    @Test("a line's posts run only the enabling posts of its site, in the periods of the line")
    func linePosts() throws {
        let ran = try runs { $0.line("N", "adviser", posts: 2, at: "T", from: 7 * 40, until: 7 * 50) }
        let enabling = try #require(ran.stages["enabling"])
        #expect(enabling.count == 10)
        #expect(Set(enabling.map { $0 / 2 }) == Set(40..<50))
        #expect(ran.stages["totals"] == Array(40..<50))
        #expect(ran.stages["supplies"] == [])
    }

    @Test("an element's decision affects the entities that name it; a site's beds affect no assignment")
    func elementAndBeds() throws {
        let element = try runs { $0.add(.element(ID("E"), Element(title: "", decision: .accepted))) }
        #expect(element.stages["totals"] == [])
        var sketch = Self.sketch()
        let before = try sketch.planned()
        sketch.site("S", beds: 5)
        let after = try #require(try PlannedMission(sketch.documents, defaults: Sketch.quiet, after: before))
        #expect(after.step(.offered).stageRuns(since: before.step(.offered))["totals"] == [])
        #expect(after.step(.offered).stageRuns(since: before.step(.offered))["given"] == [])
        #expect(after.estimates[.offered]?.logistics.beds["S"]?.have == 5)
    }

    @Test("a factor runs only the stages that use it: a price no assignments, the mentors' share no supplies of people")
    func factors() throws {
        let price = try runs { $0.factor(.scalar(.costPersonDay, 7)) }
        for stage in ["given", "enabling", "groups", "totals", "teaching", "figures", "siteSupplies"] {
            #expect(price.stages[stage] == [], "\(stage)")
        }
        let mentors = try runs { $0.factor(.scalar(.mentorShare, 0.5)) }
        #expect(mentors.stages["given"]?.count == 80)
        // Without host-nation instructors it has no effect.
        #expect(mentors.stages["groups"] == [])
    }

    @Test("a demand's graduates run its own runs, and the periods in which they change")
    func demand() throws {
        let ran = try runs { $0.demand("D", "C", graduates: 30, from: 70, by: 250) }
        #expect(ran.stages["runPlans"]?.count == 1)
        #expect(ran.stages["given"]?.allSatisfy { $0 >= 10 && $0 < 36 } == true)
        #expect(ran.stages["supplies"] == [])
    }
}
