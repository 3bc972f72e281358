import CadreJSON
import CadrePlanning

/// `plan.get`: the documents that stand. Source: CONTRACT § 6.
public struct PlanGet: Equatable, Sendable {
    public var mission: ID<Mission>
    /// `nil`: of every kind.
    public var kind: EntityKind?
    /// As `EntityKey` has it (`NATION/PLEDGE`, `SITE/COMMODITY` …); `nil`: whatever the id.
    public var id: String?

    public init(mission: ID<Mission>, kind: EntityKind? = nil, id: String? = nil) {
        self.mission = mission
        self.kind = kind
        self.id = id
    }

    init(reading params: ControlParams) throws(ControlError) {
        try params.allow("mission", "kind", "id")
        mission = try params.mission()
        let kinds = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
        kind = nil
        if let text = try params.text("kind", expected: kinds) {
            guard let kind = EntityKind(rawValue: text) else { throw params.wrong("kind", kinds) }
            self.kind = kind
        }
        id = try params.text("id", expected: "an entity's id")
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("mission", mission)
        if let kind { writer.member("kind", kind.rawValue) }
        if let id { writer.member("id", id) }
    }

    public struct Answer: Equatable, Sendable {
        public var entities: [Entity]

        public init(entities: [Entity]) {
            self.entities = entities
        }
    }

    /// One document that stands, and the event that set it.
    public struct Entity: Equatable, Sendable {
        public var key: EntityKey
        /// The event's `data`, as it came.
        public var document: [UInt8]
        public var stamp: Stamp
        /// The event's place in the journal.
        public var sequence: Int

        public init(key: EntityKey, document: [UInt8], stamp: Stamp, sequence: Int) {
            self.key = key
            self.document = document
            self.stamp = stamp
            self.sequence = sequence
        }
    }
}

extension PlanGet.Answer: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object { $0.member("entities", entities) }
    }

    public init(reading value: JSONValue) throws(AnswerFault) {
        entities = try value.answeredList("entities") { value throws(AnswerFault) in try .init(reading: value) }
    }
}

extension PlanGet.Entity: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("kind", key.kind.rawValue)
            $0.member("id", key.id)
            $0.name("document")
            $0.raw(document)
            $0.member("event") {
                $0.object {
                    $0.member("source", stamp.source)
                    $0.member("id", stamp.id)
                    $0.member("time", stamp.time)
                    $0.member("sequence", sequence)
                }
            }
        }
    }

    init(reading value: JSONValue) throws(AnswerFault) {
        let kind = try value.answered("kind") { $0.text.flatMap(EntityKind.init(rawValue:)) }
        key = EntityKey(kind, try value.answered("id", \.text))
        document = try value.answered("document", \.source)
        let event = try value.answered("event") { $0.kind == .object ? $0 : nil }
        stamp = Stamp(
            time: try event.answered("time", \.instant), id: try event.answered("id", \.text),
            source: try event.answered("source", \.text))
        sequence = try event.answered("sequence", \.integer)
    }
}
