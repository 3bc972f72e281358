/// A point in time, exact to any fraction of a second. Source: MODEL § 2.
public struct Instant: Hashable, Comparable, Sendable {
    /// Whole seconds since 1970-01-01T00:00:00Z; negative before.
    public let seconds: Int
    /// The decimal digits after the point, without trailing zeros: "" on the full second, "5" for half of one.
    public let fraction: String

    /// Creates an instant.
    /// - Parameter fraction: The ASCII digits after the point; trailing zeros are dropped.
    public init(seconds: Int, fraction: String = "") {
        self.seconds = seconds
        var end = fraction.utf8.endIndex
        while end > fraction.utf8.startIndex, fraction.utf8[fraction.utf8.index(before: end)] == UInt8(ascii: "0") {
            end = fraction.utf8.index(before: end)
        }
        self.fraction = String(fraction[..<end])
    }

    /// The day in UTC.
    public var day: Day { Day(number: seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400) }

    /// RFC 3339 in UTC with `Z`, without trailing zeros of a fraction. Source: CONTRACT § 9.
    public var text: String {
        let second = seconds - day.number * 86_400
        let clock = "\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
        return "\(day.text)T\(clock)\(fraction.isEmpty ? "" : "." + fraction)Z"
    }

    public static func < (a: Instant, b: Instant) -> Bool {
        if a.seconds != b.seconds { return a.seconds < b.seconds }
        if a.fraction.isEmpty || b.fraction.isEmpty { return a.fraction.isEmpty && !b.fraction.isEmpty }
        return bytesPrecede(a.fraction, b.fraction)
    }
}
