/// The persons required and the persons present: one number per period each.
public struct Strength: Equatable, Sendable {
    public var required: [Int]
    public var filled: [Int]

    /// Creates a strength of zero.
    public init(periods: Int) {
        self.init(required: Array(repeating: 0, count: periods), filled: Array(repeating: 0, count: periods))
    }

    public init(required: [Int], filled: [Int]) {
        self.required = required
        self.filled = filled
    }
}
