/// A name in a document that is unknown, or names an inert entity. Source: CONTRACT § 9, `unresolved`.
public struct UnresolvedReference: Hashable, Sendable {
    public var entity: EntityKind
    public var id: String
    /// `KIND ID`.
    public var missing: String
}
