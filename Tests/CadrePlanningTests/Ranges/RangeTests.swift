import TestSupport
import Testing

@testable import CadrePlanning

@Suite struct RangeTests {
    @Test("draws are FNV-1a and SplitMix64 as in the model (MODEL § 9)")
    func draws() {
        // Computed independently of the implementation.
        #expect(Draws(seed: 1).uniform(0, "element", "E-1") == RangeTests.reference(k: 0, seed: 1, "element:E-1"))
        #expect(
            Draws(seed: 1_048_575).uniform(199, "pledge", "NOR/P-1")
                == RangeTests.reference(k: 199, seed: 1_048_575, "pledge:NOR/P-1"))
        let many = (0..<2_000).map { Draws(seed: 1).uniform($0, "element", "E") }
        #expect(many.allSatisfy { $0 >= 0 && $0 < 1 })
        #expect(abs(many.reduce(0, +) / 2_000 - 0.5) < 0.03)
    }

    /// Computes SplitMix64 step by step, with the published constants in decimal.
    private static func reference(k: UInt64, seed: UInt64, _ text: String) -> Double {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in text.utf8 {
            hash = (hash ^ UInt64(byte)).multipliedReportingOverflow(by: 1_099_511_628_211).partialValue
        }
        var dice = SeededRandom(
            seed: hash &+ (k &+ seed &* 1_048_576) &* 11_400_714_819_323_198_485)
        return Double(dice.next() >> 11) / 9_007_199_254_740_992
    }

    @Test("percentiles are by nearest rank")
    func percentiles() {
        let spread = RangeEstimate.Spread((1...10).map(Double.init).shuffled())
        #expect(spread == .init(p10: 1, p50: 5, p90: 9, mean: 5.5))
        #expect(RangeEstimate.Spread([7]) == .init(p10: 7, p50: 7, p90: 7, mean: 7))
    }

    @Test("a driver is the effect of an element and its requirements on the offered plan")
    func drivers() throws {
        var sketch = Sketch(periods: 4)
        sketch.site("S")
        sketch.add(.element(ID("base"), Element(title: "", decision: .returned)))
        sketch.add(.element(ID("top"), Element(title: "", requires: [ID("base")])))
        sketch.add(.element(ID("no"), Element(title: "", decision: .rejected)))
        sketch.add(.element(ID("never"), Element(title: "", requires: [ID("no")])))
        sketch.line("1", "trainer", posts: 2)
        sketch.line("2", "trainer", posts: 3, element: "base")
        sketch.line("3", "trainer", posts: 5, until: 14, element: "top")
        let drivers = try sketch.planned().range(samples: 1).drivers
        #expect(drivers.map(\.element.text) == ["top", "base"])
        #expect(drivers.map(\.peakRequired) == [8, 3])
        #expect(drivers.map(\.personPeriods) == [22, 12])
    }

    @Test("likelihoods follow the outcomes of earlier pledges (MODEL § 9, experience)")
    func experience() throws {
        var sketch = Sketch()
        sketch.factor(.prior(.offered, Prior(alpha: 1, beta: 1)))
        sketch.people("A", "trainer", 1, status: .offered)
        sketch.people("A", "trainer", 1, status: .deployed)
        sketch.people("B", "trainer", 1, status: .offered)
        sketch.people("B", "trainer", 1, status: .withdrawn)
        sketch.people("C", "trainer", 1, status: .offered)
        sketch.people("C", "trainer", 1, status: .confirmed)
        sketch.people("D", "trainer", 1, status: .offered)
        let basis = try #require(try Basis(sketch.documents, defaults: Sketch.quiet, after: nil))
        let experience = Experience(basis, statusesSeen: sketch.documents.statusesSeen)
        func pledge(_ status: Pledge.Status, likelihood: Double? = nil) -> Pledge {
            Pledge(
                nation: ID("NOR"), status: status, likelihood: likelihood,
                offer: .funds(.init(fund: ID("f"), amount: 0)))
        }
        #expect(experience.likelihood(of: pledge(.offered)) == 3.0 / 5)
        #expect(experience.likelihood(of: pledge(.completed)) == 1)
        #expect(experience.likelihood(of: pledge(.completed, likelihood: 0.2)) == 0.2)
    }
}
