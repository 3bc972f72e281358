/// The belief about pledges of a status before any outcome is known: a Beta distribution. Source: MODEL § 9.
public struct Prior: Hashable, Sendable {
    public var alpha: Double
    public var beta: Double

    public init(alpha: Double, beta: Double) {
        self.alpha = alpha
        self.beta = beta
    }
}
