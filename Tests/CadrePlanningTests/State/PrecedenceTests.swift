import Testing

@testable import CadrePlanning

@Suite struct PrecedenceTests {
    private func clock(_ id: String, at seconds: Int, to: Int, generation: Int) -> Event {
        Event(
            mission: Sketch.mission, stamp: Stamp(time: Instant(seconds: seconds), id: id, source: "urn:test"),
            document: .clock(ClockAdvance(to: Instant(seconds: to), generation: generation)))
    }

    @Test("a clock of a later generation supersedes one that ran ahead, in any order of arrival (MODEL § 1)")
    func generations() {
        let ahead = clock("a", at: 9_000, to: 2_000_000_000, generation: 0)
        let back = clock("b", at: 1_000, to: 1_000_000_000, generation: 1)
        let next = clock("c", at: 1_001, to: 1_000_086_400, generation: 1)
        for order in [[ahead, back, next], [next, ahead, back], [back, next, ahead]] {
            var documents = CurrentDocuments(mission: Sketch.mission)
            for (index, event) in order.enumerated() { documents.join(event, sequence: index + 1) }
            #expect(documents.clock == Instant(seconds: 1_000_086_400))
        }
    }
}
