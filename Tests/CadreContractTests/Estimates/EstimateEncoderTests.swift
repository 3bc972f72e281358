import Testing

@testable import CadreContract
@testable import CadrePlanning

@Suite("Repeated encoding copies equal rows (CONTRACT § 4)")
struct EstimateEncoderTests {
    /// The samples with changes: a figure, a row more, a row less, moved rows, another commodity.
    private static var stages: [Estimates] {
        var figure = EstimateSamples.full
        figure.scenarios[1].force.bySite = Rows([
            ("baghdad", EstimateSamples.strength([56, 95], [56, 59])),
            ("mons", EstimateSamples.strength([0, 4], [0, 3])),
        ])
        figure.scenarios[1].logistics.beds = Rows([
            ("baghdad", .init(need: [56, 59], have: 320)), ("taji", .init(need: [0, 1], have: nil)),
        ])
        figure.scenarios[1].training.byLevel = Rows()
        figure.scenarios[1].training.runs.reverse()
        figure.scenarios[1].manning?.assignments[1].persons = 2
        figure.summary.alerts.removeFirst()
        var row = figure
        row.scenarios[1].force.byCapability = Rows([
            ("adviser", EstimateSamples.strength([1, 2], [0, 0])),
            ("trainer.staff", EstimateSamples.strength([24, 24], [24, 20])),
        ])
        row.scenarios[1].force.byLine = Rows()
        row.scenarios[1].force.hosted = Rows([("taji", Rows([("protection.guard", [1, 1])]))])
        row.scenarios[1].training.runs.append(contentsOf: row.scenarios[1].training.runs)
        row.scenarios[1].manning?.assignments.removeAll { $0.pledge == ID("NOR/P-1") }
        row.scenarios[1].manning?.surplus.swapAt(0, 1)
        var commodity = row
        commodity.scenarios[1].logistics.commodities = Rows([("mail", Rows()), ("water", Rows())])
        commodity.scenarios[1].manning = nil
        return [EstimateSamples.empty, EstimateSamples.full, figure, row, commodity]
    }

    @Test("whatever was encoded before, the bytes equal those of an encoding from scratch")
    func sameBytes() {
        for first in Self.stages {
            for second in Self.stages {
                var encoder = EstimateEncoder()
                for estimates in [first, second, first, second] {
                    let encoded = encoder.encode(EstimateName.allCases, of: estimates)
                    #expect(encoded == estimates.encoded())
                }
            }
        }
    }

    @Test("equal rows are copied, in any order and next to new ones; all others are written")
    func copied() throws {
        var encoder = EstimateEncoder()
        func counts(_ name: EstimateName, _ estimates: Estimates) throws -> [Int] {
            let encoded = encoder.encode(name, of: estimates)
            try #require(encoded != nil)
            return [encoder.rows.copied, encoder.rows.written]
        }
        var estimates = EstimateSamples.full
        #expect(try counts(.manning(.full), estimates) == [0, 6])
        estimates.scenarios[2].manning?.assignments[0].persons = 8
        #expect(try counts(.manning(.full), estimates) == [4, 2], "the two assignments of a pledge go together")
        estimates.scenarios[2].manning?.assignments.append(
            .init(pledge: ID("CAN/P-3"), group: "line/x", from: 0, until: 1, persons: 1))
        #expect(try counts(.manning(.full), estimates) == [6, 1])

        #expect(try counts(.force(.full), estimates) == [0, 8])
        estimates.scenarios[2].force.bySite = Rows(
            [("a", EstimateSamples.strength([1, 1], [0, 0]))]
                + estimates.scenarios[2].force.bySite.all.map { ($0.name, $0.value) })
        #expect(try counts(.force(.full), estimates) == [8, 1])
        estimates.scenarios[2].force.inTheatre.filled[0] -= 1
        #expect(try counts(.force(.full), estimates) == [9, 0])
    }

    @Test("another frame or marking is another document, though no figure has changed")
    func frame() throws {
        var encoder = EstimateEncoder()
        let before = EstimateSamples.full
        let first = encoder.encode(.force(.offered), of: before)
        var after = before
        after.head.start = after.head.start + 1
        let moved = encoder.encode(.force(.offered), of: after)
        #expect(moved == EncodedEstimate(.force(.offered), of: after))
        after = before
        after.head.revision += 1
        let again = [before, after].map { encoder.encode(.force(.offered), of: $0) }
        #expect(again == [first, first])
        // Swift considers these two texts equal; their bytes differ.
        var composed = before
        composed.head.marking = "\u{E9}"
        var decomposed = before
        decomposed.head.marking = "e\u{301}"
        let texts = [composed, decomposed].map { encoder.encode(.gaps, of: $0) }
        #expect(texts[0] != texts[1])
        #expect(texts[1] == EncodedEstimate(.gaps, of: decomposed))
    }

    @Test("an absent estimate is not encoded, whatever was encoded before")
    func absent() {
        var encoder = EstimateEncoder()
        let seated = encoder.encode([.manning(.offered)], of: EstimateSamples.full)
        var unseated = EstimateSamples.full
        for index in unseated.scenarios.indices { unseated.scenarios[index].manning = nil }
        let none = encoder.encode([.manning(.offered)], of: unseated)
        #expect(seated.count == 1 && none.isEmpty)
    }
}
