import Glibc

/// An instant of this machine's clock, to the millisecond.
struct LogTime: Equatable {
    /// Seconds since 1970-01-01T00:00:00Z.
    var seconds: Int
    /// 0 … 999.
    var milliseconds: Int

    static var now: LogTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return LogTime(seconds: time.tv_sec, milliseconds: time.tv_nsec / 1_000_000)
    }

    /// RFC 3339 in UTC, with three digits of the second.
    var text: String {
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400  // rounded down
        let second = seconds - days * 86_400
        let (year, month, day) = Self.date(days: days)
        return "\(year)-\(Self.digits(month, 2))-\(Self.digits(day, 2))T\(Self.digits(second / 3_600, 2)):"
            + "\(Self.digits(second / 60 % 60, 2)):\(Self.digits(second % 60, 2)).\(Self.digits(milliseconds, 3))Z"
    }

    /// The date so many days after 1970-01-01, in the Gregorian calendar.
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

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
