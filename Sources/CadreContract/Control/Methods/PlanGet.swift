import CadreJSON
import CadrePlanning

/// `plan.get`: the current documents. Source: CONTRACT § 6.
public struct PlanGet: Equatable, Sendable {
    public var mission: ID<Mission>
    /// The kind of entity, or `nil` for every kind.
    public var kind: EntityKind?
    /// The id as `EntityKey` has it (`NATION/PLEDGE`, `SITE/COMMODITY` …), or `nil` for every id.
    public var id: String?

    public init(mission: ID<Mission>, kind: EntityKind? = nil, id: String? = nil) {
        self.mission = mission
        self.kind = kind
        self.id = id
    }

    public struct Answer: Equatable, Sendable {
        public var entities: [Entity]

        public init(entities: [Entity]) {
            self.entities = entities
        }
    }

    /// A current document, and the event that set it.
    public struct Entity: Equatable, Sendable {
        public var key: EntityKey
        /// The event's `data` as received.
        public var document: [UInt8]
        public var stamp: Stamp
        /// The event's journal sequence.
        public var sequence: Int

        public init(key: EntityKey, document: [UInt8], stamp: Stamp, sequence: Int) {
            self.key = key
            self.document = document
            self.stamp = stamp
            self.sequence = sequence
        }
    }
}

extension PlanGet: MethodParams {
    public static let method = ControlMethod.planGet
    public static let summary = "Returns the current documents"

    public static let table = ObjectTable(
        "params", "A mission, a kind of entity and an id", from: PlanGet(mission: ID("")), nullIsAbsent: true,
        isClosed: true,
        fields: [
            .required("mission", \.mission, .mission, "The mission"),
            .optional("kind", \.kind, .word, "The kind of entity; by default every kind"),
            .optional(
                "id", \.id, .anyText,
                "The id within the kind, such as `NATION/PLEDGE` or `SITE/COMMODITY`; by default every id"),
        ])

    public static let answer = Form<Answer>.object(
        ObjectTable(
            "result", "The current documents", from: Answer(entities: []),
            fields: [
                .required("entities", \.entities, .entries(of: .object(Entity.table)), "In the order of kinds and ids")
            ]))
}

extension PlanGet.Entity {
    static let table = ObjectTable(
        "entity", "A current document",
        from: Self(
            key: EntityKey(.mission, ""), document: [], stamp: Stamp(time: Instant(seconds: 0), id: "", source: ""),
            sequence: 0),
        fields: [
            .required("kind", \.key.kind, .word, "The kind of entity"),
            .required("id", \.key.id, .anyText, "The id within the kind"),
            .required("document", \.document, .objectBytes, "The `data` of the event that set it"),
            .group(
                "event", "The event that set it",
                fields: [
                    .required("source", \.stamp.source, .anyText, "The event's source"),
                    .required("id", \.stamp.id, .anyText, "The event's id"),
                    .required("time", \.stamp.time, .time, "The event's time"),
                    .required("sequence", \.sequence, .revision, "The event's journal sequence"),
                ]),
        ])
}
