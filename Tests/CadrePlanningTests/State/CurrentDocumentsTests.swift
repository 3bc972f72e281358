import Testing

@testable import CadrePlanning

@Suite struct CurrentDocumentsTests {
    private func event(_ note: String, seconds: Int, fraction: String = "", id: String, source: String = "a") -> Event {
        Event(
            mission: ID("M"), stamp: Stamp(time: Instant(seconds: seconds, fraction: fraction), id: id, source: source),
            document: .element(ID("E"), Element(title: note)))
    }

    private func title(_ events: [Event]) -> String? {
        var documents = CurrentDocuments(mission: ID("M"))
        for (index, event) in events.enumerated() { documents.join(event, sequence: index + 1) }
        guard case .element(_, let element)? = documents.current[EntityKey(.element, "E")]?.document else {
            return nil
        }
        return element.title
    }

    @Test("the event with the greater (time, id, source) is current in any order of arrival (MODEL § 2)")
    func lastWord() {
        let pairs = [
            (event("old", seconds: 1, id: "z"), event("new", seconds: 2, id: "a")),
            (event("old", seconds: 1, fraction: "1", id: "z"), event("new", seconds: 1, fraction: "10001", id: "a")),
            (event("old", seconds: 1, id: "a"), event("new", seconds: 1, id: "b")),
            (event("old", seconds: 1, id: "a", source: "a"), event("new", seconds: 1, id: "a", source: "b")),
            // Compared by bytes: Unicode considers the two equivalent.
            (event("old", seconds: 1, id: "e\u{301}"), event("new", seconds: 1, id: "\u{e9}")),
        ]
        for (old, new) in pairs {
            #expect(title([old, new]) == "new")
            #expect(title([new, old]) == "new")
        }
    }

    @Test("a pledge's record of statuses keeps superseded ones (MODEL § 9, experience)")
    func statuses() {
        var sketch = Sketch()
        sketch.people("P", "trainer", 5, status: .withdrawn)
        let later = sketch.events.last
        sketch.people("P", "trainer", 5, status: .offered)
        var documents = CurrentDocuments(mission: Sketch.mission)
        for event in sketch.events.reversed() { documents.join(event, sequence: 1) }
        #expect(documents.statusesSeen[ID("NOR/P")] == [.withdrawn, .offered])
        #expect(later != nil)
    }

    @Test("the clock is the current clock.advanced, or the latest time of a plan event (MODEL § 1)")
    func clock() {
        var documents = CurrentDocuments(mission: ID("M"))
        documents.join(event("one", seconds: 500, id: "1"), sequence: 1)
        #expect(documents.clock == Instant(seconds: 500))
        let pledge = Document.pledge(
            ID("NOR/P"), Pledge(nation: ID("NOR"), status: .offered, offer: .funds(.init(fund: ID("f"), amount: 1))))
        documents.join(
            Event(mission: ID("M"), stamp: Stamp(time: Instant(seconds: 900), id: "2", source: "a"), document: pledge),
            sequence: 2)
        #expect(documents.clock == Instant(seconds: 500), "no nation's clock moves the plan's")
        documents.join(
            Event(
                mission: ID("M"), stamp: Stamp(time: Instant(seconds: 100), id: "3", source: "a"),
                document: .clock(ClockAdvance(to: Instant(seconds: 40)))), sequence: 3)
        #expect(documents.clock == Instant(seconds: 40))
        documents.join(
            Event(
                mission: ID("M"), stamp: Stamp(time: Instant(seconds: 200), id: "4", source: "a"),
                document: .clock(ClockAdvance())), sequence: 4)
        #expect(documents.clock == Instant(seconds: 200))
    }
}
