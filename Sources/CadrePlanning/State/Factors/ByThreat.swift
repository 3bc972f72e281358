/// A number for each threat.
public struct ByThreat: Hashable, Sendable {
    public var low: Double
    public var medium: Double
    public var high: Double

    public init(low: Double, medium: Double, high: Double) {
        self.low = low
        self.medium = medium
        self.high = high
    }

    /// The same at every threat.
    public init(_ value: Double) {
        self.init(low: value, medium: value, high: value)
    }

    public subscript(threat: Site.Threat) -> Double {
        switch threat {
        case .low: low
        case .medium: medium
        case .high: high
        }
    }
}
