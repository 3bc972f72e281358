import Glibc

/// An instant of this machine's wall clock. For time that passes, use `ContinuousClock`.
public struct WallTime: Equatable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public var seconds: Int
    /// 0 … 999,999,999.
    public var nanoseconds: Int

    public init(seconds: Int, nanoseconds: Int) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    public static var now: WallTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return WallTime(seconds: time.tv_sec, nanoseconds: time.tv_nsec)
    }

    /// Returns the first decimal digits of the second's fraction.
    /// - Parameter digits: The number of digits, 1 to 9.
    public func fraction(digits: Int) -> String {
        String(Self.text(nanoseconds, digits: 9).prefix(digits))
    }

    /// The time in seconds since 1970-01-01T00:00:00Z, to some microseconds.
    var secondsSince1970: Double { Double(seconds) + Double(nanoseconds) * 1e-9 }

    /// The time as in RFC 3339, in UTC, to the millisecond.
    public var text: String {
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400  // rounded down
        let second = seconds - days * 86_400
        let (year, month, day) = Self.date(days: days)
        let (hour, minute) = (second / 3_600, second / 60 % 60)
        return "\(year)-\(Self.text(month, digits: 2))-\(Self.text(day, digits: 2))T\(Self.text(hour, digits: 2)):"
            + "\(Self.text(minute, digits: 2)):\(Self.text(second % 60, digits: 2)).\(fraction(digits: 3))Z"
    }

    /// Returns the date a number of days after 1970-01-01, in the Gregorian calendar.
    /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    private static func date(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468  // days since 0000-03-01: a leap day is then a year's last
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func text(_ number: Int, digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
