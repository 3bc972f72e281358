/// The periods of a mission, and where its clock stands in them. Source: MODEL § 1.
public struct Horizon: Equatable, Sendable {
    public let start: Day
    /// Length of a period in days, at least 1.
    public let periodDays: Int
    /// Number of periods, at least 1.
    public let periods: Int
    /// The period of the clock, 0…`periods`.
    public let now: Int

    public init(start: Day, periodDays: Int, periods: Int, clock: Day) {
        self.start = start
        self.periodDays = periodDays
        self.periods = periods
        now = min(max(Horizon.floorDivide(clock.number - start.number, periodDays), 0), periods)
    }

    /// The period of a day, not clamped to the horizon.
    public func period(of day: Day) -> Int {
        Horizon.floorDivide(day.number - start.number, periodDays)
    }

    /// The first day of a period.
    public func firstDay(of period: Int) -> Day {
        start + period * periodDays
    }

    /// The first day of a period, as text.
    func date(_ period: Int) -> String { firstDay(of: period).text }

    /// The periods of the horizon that a need from `from` up to `until` touches; `nil`: to the end.
    public func touched(from: Day, until: Day?) -> Range<Int> {
        let end = until.map { period(of: $0 + -1) + 1 } ?? periods
        return clamped(period(of: from), end)
    }

    /// The periods of the horizon that a supply from `from` up to `until` covers whole; `nil`: to the end.
    public func covered(from: Day, until: Day?) -> Range<Int> {
        let first = -Horizon.floorDivide(start.number - from.number, periodDays)
        let end = until.map { period(of: $0) } ?? periods
        return clamped(first, end)
    }

    /// Returns the number of whole periods that `days` take, rounded up.
    public func periodsCovering(days: Double) -> Int {
        ceilWhole(days / Double(periodDays))
    }

    func contains(_ period: Int) -> Bool { period >= 0 && period < periods }

    private func clamped(_ first: Int, _ end: Int) -> Range<Int> {
        let from = min(max(first, 0), periods)
        return from..<max(from, min(end, periods))
    }

    private static func floorDivide(_ a: Int, _ b: Int) -> Int {
        a >= 0 ? a / b : -((-a + b - 1) / b)
    }
}

/// The largest magnitude that is turned into a whole number: far above any plan, far below `Int`'s bounds.
private let wholeMax = 1e15

/// Returns ⌈x − 1e-9⌉, as in MODEL's notation; bounded, so that no factor can overflow it.
func ceilWhole(_ x: Double) -> Int {
    guard x == x else { return 0 }
    return Int((min(max(x, -wholeMax), wholeMax) - 1e-9).rounded(.up))
}

/// Returns ⌊x + 1e-9⌋, as in MODEL's notation; bounded likewise.
func floorWhole(_ x: Double) -> Int {
    guard x == x else { return 0 }
    return Int((min(max(x, -wholeMax), wholeMax) + 1e-9).rounded(.down))
}
