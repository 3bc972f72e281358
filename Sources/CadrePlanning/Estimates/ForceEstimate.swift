/// Persons asked for and persons there: one number a period each.
public struct Strength: Equatable, Sendable {
    public var required: [Int]
    public var filled: [Int]

    public init(periods: Int) {
        required = Array(repeating: 0, count: periods)
        filled = required
    }
}

/// `force.<scenario>`. Source: CONTRACT § 4, MODEL §§ 6 and 7.
public struct ForceEstimate: Equatable, Sendable {
    /// At in-theatre sites.
    public var inTheatre: Strength
    public var abroad: Strength
    /// Mobile teams in theatre.
    public var visiting: Strength
    /// Of sites in theatre.
    public var byCapability: Rows<Strength>
    /// Of all sites.
    public var bySite: Rows<Strength>
    public var byLine: Rows<Strength>
    /// Persons used, by the nation that gives them.
    public var byNation: Rows<[Int]>
}
