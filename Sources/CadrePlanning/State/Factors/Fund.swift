/// The kinds of cost that a fund bears. Source: MODEL § 8, money.
public struct Fund: Hashable, Sendable {
    /// The share of each kind that the fund bears, 0…1. A kind that is absent is not borne.
    public var shares: [CostKind: Double]

    public init(shares: [CostKind: Double]) {
        self.shares = shares
    }

    /// Creates a fund that bears each of these kinds whole.
    public init(charges: [CostKind]) {
        self.init(shares: Dictionary(charges.map { ($0, 1) }, uniquingKeysWith: { first, _ in first }))
    }
}
