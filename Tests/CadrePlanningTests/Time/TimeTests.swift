import CadrePlanning
import Testing

@testable import struct CadrePlanning.Horizon

@Suite struct TimeTests {
    @Test("every day of 1899 to 2200 has one name, from which it is read back")
    func daysRoundTrip() throws {
        let first = try #require(Day(year: 1899, month: 1, day: 1))
        let last = try #require(Day(year: 2200, month: 12, day: 31))
        var before = Day(number: first.number - 1)
        for number in first.number...last.number {
            let day = Day(number: number)
            let (year, month, dayOfMonth) = day.civil
            #expect(Day(year: year, month: month, day: dayOfMonth) == day)
            #expect(before.civil < day.civil)
            before = day
        }
        #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
        #expect(Day(year: 2004, month: 8, day: 14)?.text == "2004-08-14")
    }

    @Test(
        "days outside the calendar are rejected",
        arguments: [(2021, 2, 29), (2100, 2, 29), (2021, 13, 1), (2021, 4, 31), (2021, 1, 0)])
    func noSuchDay(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test("instants compare exactly, to any fraction, and are written without trailing zeros (CONTRACT § 9)")
    func instants() {
        let half = Instant(seconds: 10, fraction: "500")
        #expect(half == Instant(seconds: 10, fraction: "5"))
        #expect(half.text == "1970-01-01T00:00:10.5Z")
        #expect(Instant(seconds: 10, fraction: "4999999999999999999999") < half)
        #expect(Instant(seconds: 10) < Instant(seconds: 10, fraction: "0000000000000000000001"))
        #expect(Instant(seconds: -1, fraction: "9") < Instant(seconds: 0))
        #expect(Instant(seconds: -1).text == "1969-12-31T23:59:59Z")
        #expect(Instant(seconds: -86_401).day == Day(number: -2))
    }

    @Test("a need is active in every period that it touches, a supply in each that it covers fully (MODEL § 1)")
    func windows() {
        let start = Day(number: 1_000)
        let horizon = Horizon(start: start, periodDays: 7, periods: 5, clock: start + 15)
        #expect(horizon.now == 2)
        #expect(horizon.touched(from: start + 6, until: start + 8) == 0..<2)
        #expect(horizon.touched(from: start + 7, until: start + 14) == 1..<2)
        #expect(horizon.touched(from: start + -30, until: nil) == 0..<5)
        #expect(horizon.touched(from: start + 40, until: nil).isEmpty)
        #expect(horizon.covered(from: start + 1, until: start + 21) == 1..<3)
        #expect(horizon.covered(from: start, until: start + 6).isEmpty)
        #expect(horizon.covered(from: start + -3, until: nil) == 0..<5)
        #expect(horizon.period(of: start + -1) == -1)
        #expect(horizon.period(of: start + -7) == -1)
        #expect(horizon.period(of: start + -8) == -2)
    }

    @Test("the clock's period is clamped to the horizon", arguments: [(-100, 0), (0, 0), (34, 4), (35, 5), (900, 5)])
    func now(offset: Int, expected: Int) {
        let start = Day(number: 1_000)
        #expect(Horizon(start: start, periodDays: 7, periods: 5, clock: start + offset).now == expected)
    }
}
