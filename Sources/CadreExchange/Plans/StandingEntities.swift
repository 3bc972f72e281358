import CadreContract
import CadreJSON
import CadrePlanning

/// The current documents of one mission that a sheet is compared with: those of its kind, and those that determine the
/// mission's clock. Source: MODEL §§ 1 and 2.
public struct StandingEntities: Sendable {
    public let mission: ID<Mission>
    private var entities: [EntityKey: PlanGet.Entity] = [:]
    /// The generation of the current clock event; 0 before the first.
    private var clockGeneration = 0
    /// The latest time of the current documents of the topic kind `plan`. Without a clock event it is also that of all
    /// accepted events: a superseded one is older than the current one of its entity.
    private var latestPlanTime: Instant?

    /// Returns the kinds of entity that a comparison of sheets of `kind` needs: its own, those that determine the
    /// clock, and those that its rows name.
    public static func kinds(for kind: SheetKind) -> [EntityKind] {
        EntityKind.allCases.filter {
            $0.topicKind == .plan || $0 == kind.entity || kind == .runs && $0 == .demand
        }
    }

    public init(mission: ID<Mission>) {
        self.mission = mission
    }

    /// Adds a current document, as a daemon returns it.
    public mutating func take(_ entity: PlanGet.Entity) {
        entities[entity.key] = entity
        if entity.key.kind.topicKind == .plan, latestPlanTime.map({ $0 < entity.stamp.time }) ?? true {
            latestPlanTime = entity.stamp.time
        }
    }

    /// Joins an accepted event: the greatest event of an entity is current. Events of other missions are ignored.
    public mutating func take(_ received: ReceivedEvent, sequence: Int) {
        let event = received.event
        guard event.mission == mission, let data = received.data else { return }
        let key = event.document.key
        let new = Precedence(event)
        if let current = entities[key] {
            let generation = key.kind == .clock ? clockGeneration : 0
            guard (generation, current.stamp) < (new.generation, new.stamp) else { return }
        }
        if key.kind == .clock { clockGeneration = new.generation }
        take(PlanGet.Entity(key: key, document: data.source, stamp: event.stamp, sequence: sequence))
    }

    /// Returns the documents of a kind, by id.
    public func entities(of kind: EntityKind) -> [PlanGet.Entity] {
        entities.values.filter { $0.key.kind == kind }.sorted { bytesPrecede($0.key.id, $1.key.id) }
    }

    func entity(_ kind: EntityKind, _ id: String) -> PlanGet.Entity? { entities[EntityKey(kind, id)] }

    /// Whether the mission's clock is live, that is, follows the calendar.
    var isLive: Bool {
        let data = entity(.mission, mission.text).flatMap { try? JSONValue(parsing: $0.document) }
        return data?["clock"]?.text == Mission.Clock.live.rawValue
    }

    /// Whether an event moves the clock merely by its own time.
    var isClockMovedByPlanEvents: Bool { entity(.clock, "") == nil }

    /// The time of the mission's clock, or `nil` if no event has set it.
    var clock: Instant? {
        guard let advance = entity(.clock, "") else { return latestPlanTime }
        let data = try? JSONValue(parsing: advance.document)
        return data?["to"]?.text.flatMap { TimeGrammar.instant($0) } ?? advance.stamp.time
    }
}
