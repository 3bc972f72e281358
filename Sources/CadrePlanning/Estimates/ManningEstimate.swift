/// `manning.<scenario>`: the assignments of pledges to groups, and the surplus. Source: CONTRACT § 4, MODEL § 7.
public struct ManningEstimate: Equatable, Sendable {
    /// A number of persons of a pledge in a group from period `from` up to `until`.
    public struct Assignment: Equatable, Sendable {
        public var pledge: ID<Pledge>
        /// `line/LINE`, `run/RUN/j`, `track/DEMAND/TRACK/j` or `enabling/SITE/CAPABILITY`.
        public var group: String
        public var from: Int
        public var until: Int
        public var persons: Int
    }

    public enum Reason: Hashable, Sendable {
        case caveat(Caveats.Name)
        case noPostNeedsIt

        /// The reason as published.
        public var text: String {
            switch self {
            case .caveat(let name): "caveat: \(name.rawValue)"
            case .noPostNeedsIt: "no post needs it"
            }
        }
    }

    public struct Surplus: Equatable, Sendable {
        public var pledge: ID<Pledge>
        public var reason: Reason
        public var from: Int
        public var until: Int
        public var persons: Int
    }

    public var assignments: [Assignment]
    public var surplus: [Surplus]
}
