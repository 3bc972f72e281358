import CadreContract
import CadreJSON
import CadrePlanning

/// The documents of a mission that stand, to be supposed otherwise. Source: MODEL § 2.
struct SupposedPlan: Sendable {
    struct Entity: Sendable {
        /// The event's `data`.
        var data: JSONValue
        /// What it says.
        var document: Document
        /// Of the event that set it.
        var stamp: Stamp
    }

    let mission: String
    private(set) var entities: [EntityKey: Entity] = [:]

    /// - Parameter answer: Of `plan.get`. What this version cannot read, a later daemon's, is left out.
    init(mission: String, _ answer: PlanGet.Answer) {
        self.mission = mission
        for entity in answer.entities {
            guard let type = EventType.setting(entity.key.kind) else { continue }
            let event = EventDraft(
                type: type, source: entity.stamp.source, id: entity.stamp.id, time: entity.stamp.time.text,
                data: entity.document)
            take(event.bytes)
        }
    }

    /// Joins an event, as a daemon would: of two for one entity the later stands. What cannot be accepted, or is of
    /// another mission, changes nothing: the daemon says why. Source: MODEL § 2.
    mutating func take(_ bytes: [UInt8]) {
        guard let (event, data) = SupposedPlan.read(bytes), event.mission.text == mission else { return }
        let key = event.document.key
        if let current = entities[key], event.stamp <= current.stamp { return }
        entities[key] = Entity(data: data, document: event.document, stamp: event.stamp)
    }

    /// Gives an entity other members; those not named are kept. Its stamp stays.
    /// - Parameter members: Name and JSON; `nil` takes a member away.
    /// - Throws: What is wrong with the document that comes of it.
    mutating func set(_ key: EntityKey, _ members: [(name: String, json: [UInt8]?)]) throws(Rejection) {
        guard let entity = entities[key] else { return }
        try put(key, SupposedPlan.object(entity.data, members), stamp: entity.stamp)
    }

    /// Puts a whole document in the place of an entity, or where there was none.
    /// - Parameter data: Of the event; JSON.
    mutating func put(_ key: EntityKey, _ data: [UInt8], stamp: Stamp) throws(Rejection) {
        guard let type = EventType.setting(key.kind) else { return }
        let event = EventDraft(
            type: type, source: stamp.source, id: stamp.id, time: stamp.time.text, data: data)
        if let (read, data) = SupposedPlan.read(event.bytes) {
            entities[key] = Entity(data: data, document: read.document, stamp: stamp)
        } else if case .rejected(let rejection)? = EventReader().read(payload: event.bytes).first {
            throw rejection
        }
    }

    // MARK: What is looked for

    /// The pledges of a nation, by their names; of all nations where none is named.
    func pledges(of nation: String? = nil) -> [(key: EntityKey, pledge: Pledge)] {
        entities.compactMap { key, entity in
            guard case .pledge(_, let pledge) = entity.document, nation == nil || pledge.nation.text == nation else {
                return nil
            }
            return (key, pledge)
        }.sorted { $0.key.id < $1.key.id }
    }

    func element(_ name: String) -> Element? {
        guard case .element(_, let element)? = entities[EntityKey(.element, name)]?.document else { return nil }
        return element
    }

    /// Names of entities, in order.
    func names(of kind: EntityKind) -> [String] {
        entities.keys.filter { $0.kind == kind }.map(\.id).sorted()
    }

    // MARK: Reading and writing

    private static func read(_ bytes: [UInt8]) -> (event: Event, data: JSONValue)? {
        guard case .event(let received)? = EventReader().read(payload: bytes).first else { return nil }
        do throws(JSONFault) {
            return try JSONValue(parsing: received.bytes)["data"].map { (received.event, $0) }
        } catch {
            // What was read as an event is JSON.
            return nil
        }
    }

    private static func object(_ old: JSONValue, _ members: [(name: String, json: [UInt8]?)]) -> [UInt8] {
        let changed = Set(members.map(\.name))
        var writer = JSONWriter()
        writer.object {
            for (name, value) in old.members ?? [] where !changed.contains(name) { $0.member(name, value) }
            for case (let name, let json?) in members {
                $0.name(name)
                $0.raw(json)
            }
        }
        return writer.bytes
    }
}

extension EventType {
    /// The type of the events that set an entity of this kind; of those that are supposed otherwise, and of the mission.
    static func setting(_ kind: EntityKind) -> EventType? {
        switch kind {
        case .mission: .missionDefined
        case .element: .elementProposed
        case .line: .lineRequired
        case .factor: .factorSet
        case .pledge: .pledgeRecorded
        case .clock, .site, .course, .item, .demand, .run, .instructors, .stock, .delivery: nil
        }
    }
}

/// Values as JSON text.
enum JSONBytes {
    static func of(_ value: some JSONWritable) -> [UInt8] {
        var writer = JSONWriter()
        writer.value(value)
        return writer.bytes
    }
}
