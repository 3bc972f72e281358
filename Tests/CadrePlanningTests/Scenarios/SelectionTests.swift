import Testing

@testable import CadrePlanning

@Suite struct SelectionTests {
    private func sketch(_ decision: Element.Decision) -> Sketch {
        var sketch = Sketch()
        sketch.site("S")
        sketch.add(.element(ID("base"), Element(title: "", decision: decision)))
        sketch.add(.element(ID("top"), Element(title: "", decision: .accepted, requires: [ID("base")])))
        sketch.line("L", "trainer", posts: 4, element: "top")
        return sketch
    }

    @Test(
        "an element is in if all its requirements are (MODEL § 3)",
        arguments: [
            (Element.Decision.accepted, [4, 4, 4]), (.undecided, [0, 0, 4]), (.returned, [0, 0, 4]),
            (.rejected, [0, 0, 0]),
        ])
    func elements(decision: Element.Decision, expected: [Int]) throws {
        let planned = try sketch(decision).planned()
        #expect(planned.estimates.scenarios.map { $0.force.inTheatre.required[0] } == expected)
    }

    @Test(
        "firm pledges count in committed, live ones in the others, withdrawn ones in none",
        arguments: [
            (Pledge.Status.indicated, [0, 3, 3]), (.offered, [0, 3, 3]), (.confirmed, [3, 3, 3]),
            (.deployed, [3, 3, 3]),
            (.completed, [3, 3, 3]), (.withdrawn, [0, 0, 0]),
        ])
    func pledges(status: Pledge.Status, expected: [Int]) throws {
        var sketch = Sketch()
        sketch.site("S")
        sketch.line("L", "trainer", posts: 4)
        sketch.people("P", "trainer.medical", 3, status: status)
        let planned = try sketch.planned()
        #expect(planned.estimates.scenarios.map { $0.force.inTheatre.filled[0] } == expected)
    }

    @Test("pledges that require each other count together, and only with all their requirements")
    func requires() throws {
        for (guards, expected) in [(Pledge.Status.confirmed, 5), (.offered, 0)] {
            var sketch = Sketch()
            sketch.site("S")
            sketch.line("L", "trainer", posts: 9)
            sketch.people("A", "trainer", 2, status: .confirmed, requires: ["B"])
            sketch.people("B", "trainer", 3, status: .confirmed, requires: ["A", "G"])
            sketch.people("G", "guard", 1, status: guards)
            #expect(try sketch.planned().estimates[.committed]?.force.inTheatre.filled[0] == expected)
        }
    }

    @Test("only pledges that have arrived supply past periods (MODEL § 7)")
    func past() throws {
        var sketch = Sketch(periods: 4)
        sketch.site("S")
        sketch.line("L", "trainer", posts: 9)
        sketch.people("A", "trainer", 1, status: .deployed)
        sketch.people("B", "trainer", 2, status: .completed, until: 14)
        sketch.people("C", "trainer", 3, status: .confirmed)
        sketch.add(.clock(ClockAdvance(to: Instant(seconds: Sketch.day(14).number * 86_400))))
        #expect(try sketch.offered().force.inTheatre.filled == [3, 3, 4, 4])
    }
}
