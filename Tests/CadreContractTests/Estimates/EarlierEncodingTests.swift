import CadreContract
import Testing

@testable import CadrePlanning

@Suite("Estimates encoded after earlier ones (CONTRACT § 4)")
struct EarlierEncodingTests {
    /// The samples, and what may become of them: a figure, a row more, a row less, another commodity.
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
        var row = figure
        row.scenarios[1].force.byCapability = Rows([
            ("adviser", EstimateSamples.strength([1, 2], [0, 0])),
            ("trainer.staff", EstimateSamples.strength([24, 24], [24, 20])),
        ])
        row.scenarios[1].force.byLine = Rows()
        var commodity = row
        commodity.scenarios[1].logistics.commodities = Rows([("mail", Rows())])
        return [EstimateSamples.empty, EstimateSamples.full, figure, row, commodity]
    }

    @Test("whatever came before, the bytes are those of a fresh encoding")
    func sameBytes() throws {
        for before in Self.stages {
            for after in Self.stages {
                let encoded = after.encoded(EstimateName.allCases, after: (before, before.encoded()))
                #expect(encoded == after.encoded())
                #expect(encoded.map(\.figures) == after.encoded().map(\.figures))
                // And what was copied can be copied from again.
                #expect(before.encoded(EstimateName.allCases, after: (after, encoded)) == before.encoded())
            }
        }
    }

    @Test("another frame is another document, though no figure has changed")
    func frame() throws {
        let before = EstimateSamples.full
        var after = before
        after.head.start = after.head.start + 1
        #expect(
            after.encoded([.force(.offered)], after: (before, before.encoded()))
                == after.encoded([.force(.offered)], after: nil))
        #expect(!after.isSame(.force(.offered), as: before))
        #expect(before.isSame(.force(.offered), as: before))
    }

    @Test("what is not there yet is not the same as what was not there")
    func absent() {
        var unseated = EstimateSamples.full
        for index in unseated.scenarios.indices { unseated.scenarios[index].manning = nil }
        #expect(unseated.encoded([.manning(.offered)], after: (unseated, EstimateSamples.full.encoded())).isEmpty)
    }
}
