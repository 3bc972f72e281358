import CadrePlanning
import TestSupport
import Testing

@testable import CadreDaemon

@Suite("Trusted dates of the machine's clock (CONTRACT § 2, clock.advanced)")
struct TrustedDatesTests {
    private static let dayS = 86_400
    /// The time 2026-11-24 12:00 UTC.
    private static let start = 20_781 * dayS + dayS / 2
    private let start = Self.start
    private let dayS = Self.dayS

    private func day(_ seconds: Int) -> Day { Instant(seconds: seconds).day }

    @Test("dates up to two days after the newest known time are trusted", arguments: [0, 3_600, -3_600])
    func twoDays(shift: Int) {
        let dates = TrustedDates(start: start, recorded: [start - 5 * dayS, start + shift])
        #expect(dates.newestDay == day(start + shift))
        #expect(dates.isTrusted(day(start), at: 0))
        #expect(dates.isTrusted(day(start + 2 * dayS), at: 10))
        #expect(!dates.isTrusted(day(start + 3 * dayS), at: 10))
        #expect(!dates.isTrusted(day(start + 3_650 * dayS), at: 10))
        #expect(dates.isTrusted(day(start - 9_000 * dayS), at: 10))
    }

    @Test("dates advance with the monotonic clock, from midnight on")
    func monotonic() {
        let dates = TrustedDates(start: start, recorded: [start])
        for days in 1...400 {
            let midnight = (start / dayS + days) * dayS
            #expect(dates.isTrusted(day(midnight), at: midnight - start))
            #expect(!dates.isTrusted(day(midnight + 2 * dayS), at: midnight - start))
        }
    }

    @Test("a jump is not trusted, whatever is received during it, and has no effect afterwards")
    func jump() {
        var dates = TrustedDates(start: start, recorded: [start - 600])
        let years = 3_650 * dayS
        dates.learn(received: start + 60, at: 60)
        let before = dates
        for second in stride(from: 90, to: 300, by: 30) {
            dates.learn(received: start + years + second, at: second)
            #expect(!dates.isTrusted(day(start + years), at: second))
        }
        #expect(dates == before)
        dates.learn(received: start + 330, at: 330)
        #expect(dates.isTrusted(day(start), at: 330) && !dates.isTrusted(day(start + years), at: 330))
    }

    @Test("a node that was stopped for a week waits until an event arrives")
    func away() {
        var dates = TrustedDates(start: start, recorded: [start - 7 * dayS])
        #expect(!dates.isTrusted(day(start), at: 5))
        dates.learn(received: start - 7 * dayS, at: 30)  // the journal's newest event is still the old one
        #expect(!dates.isTrusted(day(start + 30), at: 30))
        dates.learn(received: start + 60, at: 60)
        #expect(dates.isTrusted(day(start + 60), at: 60))
        #expect(dates.newestDay == day(start))
    }

    @Test("a clock that was behind and is corrected is trusted")
    func behind() {
        var dates = TrustedDates(start: 0, recorded: [start])
        dates.learn(received: 90, at: 90)
        #expect(dates.isTrusted(day(120), at: 120))
        #expect(dates.isTrusted(day(start + dayS), at: 150))
        dates.learn(received: start + dayS, at: 160)
        #expect(dates.newestDay == day(start + dayS))
    }

    @Test("a node without events trusts the first time that it receives")
    func nothing() {
        var dates = TrustedDates(start: start, recorded: [])
        #expect(dates.newestDay == nil && dates.isTrusted(day(start + 9_000 * dayS), at: 0))
        dates.learn(received: start + 60, at: 60)
        #expect(dates.isTrusted(day(start), at: 90) && !dates.isTrusted(day(start + 9_000 * dayS), at: 90))
    }

    @Test("trusted times may arrive in any order", arguments: UInt64(0)..<50)
    func anyOrder(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let times = (0..<12).map { $0 * dayS / 3 }
        func learned(_ order: [Int]) -> TrustedDates {
            order.reduce(into: TrustedDates(start: start, recorded: [start])) { dates, monotonic in
                dates.learn(received: start + monotonic, at: monotonic)
            }
        }
        #expect(learned(times.shuffled(using: &random)) == learned(times))
    }
}
