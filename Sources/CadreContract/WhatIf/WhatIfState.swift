import CadreJSON
import CadrePlanning

/// The current documents of a mission, for changes that are only tried. Source: MODEL § 2.
public struct WhatIfState: Sendable {
    /// The current event of an entity.
    public struct Entity: Sendable {
        /// The event's `data`.
        public var data: JSONValue
        public var document: Document
        public var stamp: Stamp
    }

    public let mission: String
    public private(set) var entities: [EntityKey: Entity] = [:]

    /// Creates the state of an answer of `plan.get`. Entities of a later version that cannot be parsed are omitted.
    public init(mission: String, _ answer: PlanGet.Answer) {
        self.mission = mission
        for case let event? in answer.entities.lazy.map(\.event) { join(event) }
    }

    /// Joins an event, as a daemon would: of two events of one entity the later is current. An invalid event, or one of
    /// another mission, changes nothing; the daemon reports the reason. Source: MODEL § 2.
    public mutating func join(_ bytes: [UInt8]) {
        guard case .event(let received)? = EventReader().read(payload: bytes).first else { return }
        join(received)
    }

    private mutating func join(_ received: ReceivedEvent) {
        let event = received.event
        guard event.mission.text == mission, let data = received.data else { return }
        let key = event.document.key
        if let current = entities[key], event.stamp <= current.stamp { return }
        entities[key] = Entity(data: data, document: event.document, stamp: event.stamp)
    }

    /// Changes members of an entity's document. The other members and the stamp stay.
    /// - Parameter members: The names with JSON, or `nil` to remove a member.
    /// - Throws: The rejection of the new document.
    mutating func set(_ key: EntityKey, _ members: [(name: String, json: [UInt8]?)]) throws(Rejection) {
        guard let entity = entities[key] else { return }
        try put(key, WhatIfState.object(entity.data, members), stamp: entity.stamp)
    }

    /// Replaces or creates the document of an entity.
    /// - Parameter data: The `data` of the event as JSON.
    mutating func put(_ key: EntityKey, _ data: [UInt8], stamp: Stamp) throws(Rejection) {
        let event = EventDraft(
            type: key.kind.eventType, source: stamp.source, id: stamp.id, time: stamp.time.text, data: data)
        switch EventReader().read(payload: event.bytes).first {
        case .event(let received):
            guard let data = received.data else { return }
            entities[key] = Entity(data: data, document: received.event.document, stamp: stamp)
        case .rejected(let rejection): throw rejection
        case .head, nil: return
        }
    }

    // MARK: Queries

    /// Returns the pledges of a nation, or of all nations, in the order of their names.
    func pledges(of nation: String? = nil) -> [(key: EntityKey, pledge: Pledge)] {
        entities.compactMap { key, entity in
            guard case .pledge(_, let pledge) = entity.document, nation == nil || pledge.nation.text == nation else {
                return nil
            }
            return (key, pledge)
        }.sorted { $0.key.id < $1.key.id }
    }

    /// Returns an element, or `nil` if there is no such element.
    func element(_ name: String) -> Element? {
        guard case .element(_, let element)? = entities[EntityKey(.element, name)]?.document else { return nil }
        return element
    }

    /// Returns the names of the entities of a kind, in order.
    func names(of kind: EntityKind) -> [String] {
        entities.keys.filter { $0.kind == kind }.map(\.id).sorted()
    }

    // MARK: Reading and writing

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
