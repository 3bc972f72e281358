import Testing

@testable import CadrePlanning

@Suite struct ReferencesTests {
    private func rows(_ sketch: Sketch, defaults: [SourcedFactor] = Sketch.quiet) -> [String] {
        sketch.documents.unresolved(defaults: defaults).map { "\($0.entity.rawValue) \($0.id): \($0.missing)" }
    }

    @Test("an entity that names an inert one is inert too, and each name is listed once (MODEL § 2)")
    func chain() throws {
        var sketch = Sketch()
        sketch.site("S")
        sketch.add(.element(ID("A"), Element(title: "", decision: .accepted, requires: [ID("ghost"), ID("ghost")])))
        sketch.add(.element(ID("B"), Element(title: "", decision: .accepted, requires: [ID("A")])))
        sketch.line("L", "trainer", posts: 5, element: "B")
        sketch.line("free", "trainer", posts: 2)
        #expect(rows(sketch) == ["element A: element ghost", "element B: element A", "line L: element B"])
        #expect(try sketch.offered().force.inTheatre.required.allSatisfy { $0 == 2 })
    }

    @Test("a reference resolves when its entity is defined later")
    func late() throws {
        var sketch = Sketch()
        sketch.line("L", "trainer", posts: 5)
        #expect(rows(sketch) == ["line L: site S"])
        sketch.site("S")
        #expect(rows(sketch).isEmpty)
        #expect(try sketch.offered().force.inTheatre.required.first == 5)
    }

    @Test("entities that require each other, or themselves, are not inert")
    func circles() throws {
        var sketch = Sketch()
        sketch.site("S")
        sketch.add(.element(ID("A"), Element(title: "", decision: .accepted, requires: [ID("B"), ID("A")])))
        sketch.add(.element(ID("B"), Element(title: "", decision: .accepted, requires: [ID("A")])))
        sketch.line("L", "trainer", posts: 5, element: "A")
        #expect(rows(sketch).isEmpty)
        #expect(try sketch.offered().force.inTheatre.required.first == 5)
    }

    @Test("an unknown name in a list or map matches nothing and is listed: a caveat then excludes every site")
    func loose() throws {
        var sketch = Sketch(hqSite: ID("nowhere"))
        sketch.site("S", hosted: [.init(service: .rule(ID("none")), element: ID("ghost"))], storage: [ID("mail"): 3])
        sketch.line("L", "trainer", posts: 5)
        sketch.people("P", "trainer", 5, caveats: Caveats(sites: [ID("unknown")]))
        #expect(
            rows(sketch) == [
                "mission M: site nowhere", "pledge NOR/P: site unknown", "site S: commodity mail",
                "site S: element ghost", "site S: rule none",
            ])
        let offered = try sketch.offered()
        #expect(offered.force.inTheatre.filled.first == 0)
        #expect(offered.manning?.surplus.map(\.reason) == [.caveat(.sites)])
    }

    @Test("withdrawn pledges and cancelled runs are listed as well, and money without a rate is inert")
    func money() {
        var sketch = Sketch()
        sketch.people("P", "trainer", 5, status: .withdrawn, requires: ["Q"])
        sketch.add(
            .pledge(
                ID("NOR/F"),
                Pledge(
                    nation: ID("NOR"), status: .offered,
                    offer: .funds(.init(fund: ID("f"), amount: 1, currency: ID("XTS"))))))
        #expect(rows(sketch) == ["pledge NOR/F: fund f", "pledge NOR/F: rate XTS", "pledge NOR/P: pledge NOR/Q"])
    }

    @Test("rules per population are used in order of name while their ratios stay below 0.9 (MODEL §§ 6 and 12)")
    func ratios() throws {
        var sketch = Sketch()
        sketch.site("S")
        sketch.line("L", "trainer", posts: 10)
        for (name, ratio) in [("a", 0.5), ("b", 0.5), ("c", 0.3)] {
            sketch.factor(
                .rule(
                    ID(name),
                    EnablingRule(
                        capability: Capability("support.\(name)"), demand: .perPopulation(ratio: ByThreat(ratio)))))
        }
        #expect(rows(sketch) == ["factor rule.b: population ratios below 0.9"])
        // pop = 10 + ⌈0.5 pop⌉ + ⌈0.3 pop⌉, the least such: 50 = 10 + 25 + 15.
        let force = try sketch.offered().force
        #expect(force.byCapability["support.a"]?.required.first == 25)
        #expect(force.byCapability["support.b"] == nil)
        #expect(force.byCapability["support.c"]?.required.first == 15)
    }
}
