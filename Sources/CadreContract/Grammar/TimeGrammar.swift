import CadrePlanning

/// Dates and times as the contract writes them. Sources: CONTRACT §§ 2 and 9, RFC 3339.
public enum TimeGrammar {
    static let dayExpected = "a date YYYY-MM-DD, 1900 to 2199"
    public static let instantExpected = "an RFC 3339 time with zone, such as 2004-08-14T00:00:00Z"

    /// The first and the last second that RFC 3339 can write in UTC.
    private static let seconds = -62_167_219_200...253_402_300_799

    /// `YYYY-MM-DD` in the years that dates may lie in.
    static func day(_ text: Span<UInt8>) -> Day? {
        guard text.count == 10, let (year, month, day) = date(text), ContractLimits.years.contains(year) else {
            return nil
        }
        return Day(year: year, month: month, day: day)
    }

    /// Returns the time that a text gives, or `nil` if it gives none.
    public static func instant(_ text: String) -> Instant? { instant(Array(text.utf8).span) }

    /// RFC 3339's `date-time`: `t` and `z` allowed, a second of 60 not, any fraction, any offset. What an offset moves
    /// out of the years 0000…9999 is no time, since it could not be written again.
    static func instant(_ text: Span<UInt8>) -> Instant? {
        guard text.count >= 20, let (year, month, day) = date(text), let date = Day(year: year, month: month, day: day),
            text[10] | 0x20 == UInt8(ascii: "t"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
            let hour = twoDigits(text, 11, max: 23), let minute = twoDigits(text, 14, max: 59),
            let second = twoDigits(text, 17, max: 59)
        else { return nil }
        var at = 19
        var fraction = 20..<20
        if text[19] == UInt8(ascii: ".") {
            at = 20
            while at < text.count, text[at] &- 0x30 < 10 { at += 1 }
            guard at > 20 else { return nil }
            fraction = 20..<at
        }
        guard let offset = offset(text, from: at) else { return nil }
        let total = date.number * 86_400 + hour * 3_600 + minute * 60 + second - offset
        guard seconds.contains(total) else { return nil }
        return Instant(seconds: total, fraction: fraction.isEmpty ? "" : ascii(text.extracting(fraction)))
    }

    /// Seconds east of UTC, of `Z` or `±hh:mm` to the end of the text.
    private static func offset(_ text: Span<UInt8>, from at: Int) -> Int? {
        guard at < text.count else { return nil }
        let sign = text[at]
        if sign | 0x20 == UInt8(ascii: "z") { return at + 1 == text.count ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), text.count == at + 6,
            text[at + 3] == UInt8(ascii: ":"), let hours = twoDigits(text, at + 1, max: 23),
            let minutes = twoDigits(text, at + 4, max: 59)
        else { return nil }
        let seconds = hours * 3_600 + minutes * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    /// Of the first ten bytes, which must be there.
    private static func date(_ text: Span<UInt8>) -> (year: Int, month: Int, day: Int)? {
        guard text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), let century = twoDigits(text, 0, max: 99),
            let year = twoDigits(text, 2, max: 99), let month = twoDigits(text, 5, max: 12),
            let day = twoDigits(text, 8, max: 31)
        else { return nil }
        return (century * 100 + year, month, day)
    }

    @inline(__always)
    private static func twoDigits(_ text: Span<UInt8>, _ at: Int, max: Int) -> Int? {
        let tens = text[at] &- 0x30
        let ones = text[at + 1] &- 0x30
        guard tens < 10, ones < 10 else { return nil }
        let number = Int(tens) * 10 + Int(ones)
        return number <= max ? number : nil
    }

    private static func ascii(_ text: Span<UInt8>) -> String {
        text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}
