import CadreJSON
import CadrePlanning

/// The `data` of one type of event: the reader and writer of its document, and the description of its members. Source:
/// CONTRACT § 2.
public struct EventTable: Sendable {
    public let type: EventType
    /// All members of `data`, the mission first, then those that name the entity, and the rules between them.
    public let description: TableDescription
    /// Reads `data`: the mission, the document and the note.
    let read: @Sendable (JSONDocument, JSONDocument.Node, Stamp) throws(MemberFault) -> Event
    /// Writes the members of `data` except the mission, if the document is of this type.
    private let write: @Sendable (Document, inout JSONWriter) -> Void

    /// Writes `data`, an object. The document must be of this type.
    func write(_ document: Document, of mission: ID<Mission>, to writer: inout JSONWriter) {
        writer.object {
            $0.member(Self.missionName, mission)
            write(document, &$0)
        }
    }

    /// Creates the table of an entity that one member names.
    private init<Name: ContractName, Entity>(
        _ type: EventType, key: String, _ table: ObjectTable<Entity>,
        wrap: @escaping @Sendable (Name, Entity) -> Document,
        unwrap: @escaping @Sendable (Document) -> (Name, Entity)?
    ) {
        let name = ObjectField<Name>.required(key, \.self, .identifier, "The entity's name")
        let blank = Name("")
        self.init(
            type, table.description, key: name.description
        ) { json, data, _, key throws(MemberFault) in
            var id = blank
            try name.read(json, key, data, &id)
            return wrap(id, try table.read(json, data))
        } write: { document, writer in
            guard let (id, content) = unwrap(document) else { return }
            writer.member(key, id.text)
            table.write(content, to: &writer)
        }
    }

    /// Creates the table of an entity that its document names, or of which a mission has exactly one.
    private init<Entity>(
        _ type: EventType, _ table: ObjectTable<Entity>, wrap: @escaping @Sendable (ID<Mission>, Entity) -> Document,
        unwrap: @escaping @Sendable (Document) -> Entity?
    ) {
        self.init(type, table.description, key: nil) { json, data, mission, _ throws(MemberFault) in
            wrap(mission, try table.read(json, data))
        } write: { document, writer in
            guard let content = unwrap(document) else { return }
            table.write(content, to: &writer)
        }
    }

    /// Creates a table.
    /// - Parameter document: Reads the document from the document's text, `data`, the mission and the entity's name.
    private init(
        _ type: EventType, _ description: TableDescription, key: FieldDescription?,
        document:
            @escaping @Sendable (
                JSONDocument, JSONDocument.Node, ID<Mission>, JSONDocument.Node?
            ) throws(MemberFault) -> Document,
        write: @escaping @Sendable (Document, inout JSONWriter) -> Void
    ) {
        self.type = type
        self.description = TableDescription(
            name: description.name, summary: description.summary,
            fields: [Self.mission.description] + (key.map { [$0] } ?? []) + description.fields,
            rules: description.rules, conditions: description.conditions)
        self.write = write
        let names = JSONNames([Self.missionName, Self.note.name] + (key.map { [$0.name] } ?? []))
        read = { json, data, stamp throws(MemberFault) in
            guard json.kind(of: data) == .object else {
                throw json.fault(data, expected: "an object").within("data")
            }
            let found = json.find(names, in: data)
            var mission = ID<Mission>("")
            try Self.mission.read(json, found[0], data, &mission)
            return Event(
                mission: mission, stamp: stamp, document: try document(json, data, mission, found[2]),
                note: found[1].flatMap { Self.note(json, $0) })
        }
    }

    /// The name of the member that every event has.
    public static let missionName = "mission"
    /// The note that every event may carry. The contract defines it for elements and pledges.
    public static let note = FieldDescription(
        "note", .text(least: 0, most: ContractLimits.textScalarsMax), .optional, "A remark, shown in explanations")

    private static let mission = ObjectField<ID<Mission>>.required(missionName, \.self, .mission, "The mission")

    /// Returns the note of an event. The contract defines it for elements and pledges. Elsewhere it is an unknown
    /// member: any value is accepted and a text is kept.
    private static func note(_ json: JSONDocument, _ node: JSONDocument.Node) -> String? {
        guard let scalars = json.scalarCount(node), scalars <= ContractLimits.textScalarsMax else { return nil }
        return json.text(node)
    }
}

extension EventTable {
    /// Returns the table of a type, or `nil` for a head, which concerns no entity.
    public static func of(_ type: EventType) -> EventTable? {
        switch type {
        case .missionDefined: missionDefined
        case .clockAdvanced: clockAdvanced
        case .elementProposed: elementProposed
        case .siteDefined: siteDefined
        case .lineRequired: lineRequired
        case .courseDefined: courseDefined
        case .equipmentRequired: equipmentRequired
        case .factorSet: factorSet
        case .demandSet: demandSet
        case .runScheduled: runScheduled
        case .instructorsCounted: instructorsCounted
        case .pledgeRecorded: pledgeRecorded
        case .stockCounted: stockCounted
        case .deliveryReceived: deliveryReceived
        case .sourceHead: nil
        }
    }

    private static let missionDefined = EventTable(.missionDefined, Mission.table) {
        .mission($0, $1)
    } unwrap: {
        if case .mission(_, let content) = $0 { content } else { nil }
    }
    static let clockAdvanced = EventTable(.clockAdvanced, ClockAdvance.table) {
        .clock($1)
    } unwrap: {
        if case .clock(let content) = $0 { content } else { nil }
    }
    private static let elementProposed = EventTable(.elementProposed, key: "element", CadrePlanning.Element.table) {
        .element($0, $1)
    } unwrap: {
        if case .element(let id, let content) = $0 { (id, content) } else { nil }
    }
    private static let siteDefined = EventTable(.siteDefined, key: "site", Site.table) {
        .site($0, $1)
    } unwrap: {
        if case .site(let id, let content) = $0 { (id, content) } else { nil }
    }
    private static let lineRequired = EventTable(.lineRequired, key: "line", Line.table) {
        .line($0, $1)
    } unwrap: {
        if case .line(let id, let content) = $0 { (id, content) } else { nil }
    }
    private static let courseDefined = EventTable(.courseDefined, key: "course", Course.table) {
        .course($0, $1)
    } unwrap: {
        if case .course(let id, let content) = $0 { (id, content) } else { nil }
    }
    private static let equipmentRequired = EventTable(.equipmentRequired, key: "item", EquipmentItem.table) {
        .item($0, $1)
    } unwrap: {
        if case .item(let id, let content) = $0 { (id, content) } else { nil }
    }
    private static let factorSet = EventTable(.factorSet, SourcedFactor.table) {
        .factor($1)
    } unwrap: {
        if case .factor(let content) = $0 { content } else { nil }
    }
    private static let demandSet = EventTable(.demandSet, key: "demand", Demand.table) {
        .demand($0, $1)
    } unwrap: {
        if case .demand(let id, let content) = $0 { (id, content) } else { nil }
    }
    private static let runScheduled = EventTable(.runScheduled, key: "run", Run.table) {
        .run($0, $1)
    } unwrap: {
        if case .run(let id, let content) = $0 { (id, content) } else { nil }
    }
    private static let instructorsCounted = EventTable(
        .instructorsCounted, key: "capability", InstructorCount.table
    ) {
        .instructors($0, $1)
    } unwrap: {
        if case .instructors(let capability, let content) = $0 { (capability, content) } else { nil }
    }
    private static let stockCounted = EventTable(.stockCounted, StockCount.table) {
        .stock($1)
    } unwrap: {
        if case .stock(let content) = $0 { content } else { nil }
    }
    private static let deliveryReceived = EventTable(.deliveryReceived, key: "delivery", Delivery.table) {
        .delivery($0, $1)
    } unwrap: {
        if case .delivery(let id, let content) = $0 { (id, content) } else { nil }
    }
    /// The table of pledges. An id is unique within its nation: the entity is `NATION/PLEDGE`.
    private static let pledgeRecorded = EventTable(.pledgeRecorded, key: "pledge", Pledge.table) {
        (name: ID<Pledge>, pledge: Pledge) in
        .pledge(ID("\(pledge.nation.text)/\(name.text)"), pledge)
    } unwrap: {
        guard case .pledge(let id, let content) = $0 else { return nil }
        return (ID<Pledge>(String(id.text.dropFirst(content.nation.text.count + 1))), content)
    }
}
