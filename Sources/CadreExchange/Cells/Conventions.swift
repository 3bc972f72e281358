/// The notation of numbers and dates in a sheet.
struct Conventions: Equatable, Sendable {
    enum DecimalSign: String, Sendable, CaseIterable { case point, comma }

    /// The decimal sign. With `nil` it is a point, and digits are not grouped, since `1,250` is ambiguous.
    var decimal: DecimalSign?
    /// Patterns of dates in addition to ISO 8601, which is always read.
    var dates: [DatePattern] = []
}
