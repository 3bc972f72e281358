/// How a sheet writes numbers and dates.
struct Conventions: Equatable, Sendable {
    enum DecimalSign: String, Sendable, CaseIterable { case point, comma }

    /// `nil`: a point, and digits are not grouped, since `1,250` may mean either.
    var decimal: DecimalSign?
    /// Beside ISO 8601, which is always read.
    var dates: [DatePattern] = []
}
