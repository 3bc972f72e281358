@testable import CadreReports
import CadrePlanning
import Testing

@Suite("axes")
struct AxisTests {
    @Test("the values' axis holds 0 and all figures, in few even and round steps", arguments: 0..<200)
    func values(seed: Int) {
        // 1e-3 to 1e9, above and below zero.
        var size = 0.001
        for _ in 0..<(seed % 13) { size *= 10 }
        let high = size * Double(1 + seed * 7 % 97) / 10
        let low = seed % 3 == 0 ? -size * Double(seed % 11) / 5 : 0
        let axis = ValueAxis(low, high, count: 4)
        let rounding = size * 1e-9
        #expect(axis.low <= low + rounding && axis.high >= high - rounding && axis.low <= 0)
        #expect(axis.ticks.contains { abs($0) < size * 1e-9 }, "0 is a tick")
        #expect((2...9).contains(axis.ticks.count), "\(axis.ticks)")
        let steps = zip(axis.ticks, axis.ticks.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { abs($0 - steps[0]) < steps[0] * 1e-6 })
        // Not twice as high as what is shown.
        #expect(axis.high <= max(high * 2.5, steps[0]))
        if low == 0 { #expect(axis.low == 0) }
    }

    @Test("a figure's height lies between the ticks around it")
    func heights() {
        let axis = ValueAxis(0, 293)
        #expect(axis.ticks == [0, 100, 200, 300])
        #expect(axis.share(0) == 0 && axis.share(300) == 1 && axis.share(150) == 0.5)
        #expect(axis.share(-5) == 0 && axis.share(.nan) == 0)
        #expect(ValueAxis(0, 0).ticks == [0, 1])
        #expect(ValueAxis(0, .infinity).ticks == [0, 1])
    }

    @Test("dates are in order, within the horizon, and few", arguments: [1, 2, 5, 12, 26, 53, 104, 300, 520])
    func dates(periods: Int) throws {
        for periodDays in [1, 7, 30] {
            let start = try #require(Day(year: 2004, month: 8, day: 14))
            let axis = TimeAxis(start: start, periodDays: periodDays, periods: periods, now: nil)
            for most in [5, 10] {
                let ticks = axis.ticks(most)
                #expect(!ticks.isEmpty && ticks.count <= most + 1, "\(periods) × \(periodDays): \(ticks)")
                #expect(ticks.allSatisfy { $0.place >= 0 && $0.place <= Double(periods) })
                #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.place < $1.place })
            }
        }
    }

    @Test("a month's label stands where the month begins")
    func months() throws {
        let start = try #require(Day(year: 2004, month: 8, day: 14))
        let axis = TimeAxis(start: start, periodDays: 7, periods: 104, now: 42)
        let january = try #require(axis.ticks(10).first { $0.label == "2005-01" })
        // 140 days from 14 August to 1 January.
        #expect(january.place == 20)
    }

    @Test("coordinates are short and never break a path")
    func coordinates() {
        #expect(
            [0, 1, 1.25, 1.26, -0.04, -3.5, 1e12, .nan].map(Coordinates.text) == [
                "0", "1", "1.3", "1.3", "0", "-3.5", "0", "0",
            ])
        #expect(Coordinates.fitted("abcdef", to: 4) == "abc…")
        #expect(Coordinates.fitted("abcd", to: 4) == "abcd")
    }
}
