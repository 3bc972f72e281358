/// The description of one kind of object.
public struct TableDescription: Sendable {
    /// The name under which a schema refers to it: `strength`.
    public let name: String
    public let summary: String
    public let fields: [FieldDescription]
    /// What holds between members, in words.
    public let rules: [String]
    /// What of it a schema can say.
    public let conditions: [Condition]
    /// Whether the object has no other members.
    public let isClosed: Bool

    public init(
        name: String, summary: String, fields: [FieldDescription], rules: [String] = [], conditions: [Condition] = [],
        isClosed: Bool = false
    ) {
        self.name = name
        self.summary = summary
        self.fields = fields
        self.rules = rules
        self.conditions = conditions
        self.isClosed = isClosed
    }
}
