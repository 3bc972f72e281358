/// Names one entity of a mission: `NATION/PLEDGE` of a pledge, `SITE/COMMODITY` of a stock, "" of its clock.
public struct EntityKey: Hashable, Sendable {
    public var kind: EntityKind
    public var id: String

    public init(_ kind: EntityKind, _ id: String) {
        self.kind = kind
        self.id = id
    }
}
