import CadreContract
import CadrePlanning
import Testing

@testable import CadreDaemon

/// Tests that ranges and gaps computed concurrently equal those computed in sequence.
@Suite struct SideBySideTests {
    private func planned() throws -> PlannedMission {
        var documents = CurrentDocuments(mission: ID("T-1"))
        let start = Day(number: 18_631)
        let all: [Document] = [
            .mission(ID("T-1"), Mission(name: "Test", start: start, periods: 20)),
            .site(ID("S"), Site(name: "S", inTheatre: true, threat: .medium, route: .road)),
            .element(ID("E"), Element(title: "E", decision: .undecided)),
            .line(ID("L"), Line(site: ID("S"), capability: Capability("trainer.medical"), posts: 9, from: start)),
            .line(
                ID("M"),
                Line(site: ID("S"), capability: Capability("trainer"), posts: 4, from: start, element: ID("E"))),
            .pledge(
                ID("NOR/P"),
                Pledge(
                    nation: ID("NOR"), status: .offered,
                    offer: .personnel(
                        .init(capability: Capability("trainer.medical"), quantity: 5, from: start)))),
        ]
        for (index, document) in all.enumerated() {
            let stamp = Stamp(time: Instant(seconds: 1_600_000_000 + index), id: "e\(index)", source: "urn:test")
            documents.join(Event(mission: ID("T-1"), stamp: stamp, document: document), sequence: index + 1)
        }
        return try #require(try PlannedMission(documents, defaults: DefaultFactors.all))
    }

    @Test("concurrent and sequential computation give the same figures")
    func sameFigures() async throws {
        let plan = try planned()
        #expect(try await plan.gapsWork().valueSideBySide() == plan.gaps())
        #expect(try await plan.rangeWork(samples: 25).valueSideBySide() == plan.range(samples: 25))
        #expect(try !plan.gaps().shortfalls.isEmpty && plan.range(samples: 25).drivers.count == 1)
    }

    @Test("a stopped computation throws Superseded")
    func superseded() async throws {
        let plan = try planned()
        await #expect(throws: Superseded.self) { try await plan.gapsWork().valueSideBySide(isStopped: { true }) }
    }
}
