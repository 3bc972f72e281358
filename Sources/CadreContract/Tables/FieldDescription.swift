/// The description of one member of an object, from which schemas, tables and sheets are generated.
public struct FieldDescription: Sendable {
    /// The presence of a member.
    public enum Presence: Sendable, Equatable {
        case required
        case optional
        /// Optional; the JSON of the value that an absent member has.
        case fallback(String)
    }

    public let name: String
    public let shape: Shape
    public let presence: Presence
    /// One line about the member, without full stop.
    public let summary: String
    /// The members that depend on the value of this one: each word with its own fields.
    public var variants: [Variant] = []

    /// The members of an object if a member has one of its words.
    public struct Variant: Sendable {
        public let word: String
        public let fields: [FieldDescription]
        public let rules: [String]
    }

    public init(_ name: String, _ shape: Shape, _ presence: Presence, _ summary: String) {
        self.name = name
        self.shape = shape
        self.presence = presence
        self.summary = summary
    }
}
