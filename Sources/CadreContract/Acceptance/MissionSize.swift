import CadrePlanning

/// The size of one mission, as far as limits bound it. Source: CONTRACT § 2, `limit`.
public struct MissionSize: Equatable, Sendable {
    /// The number of entities, the mission's own definition included.
    public var entities: Int
    /// The periods of the current `mission.defined`; 1 before there is one.
    public var periods: Int

    /// Creates a size; by default that of a mission without events.
    public init(entities: Int = 0, periods: Int = 1) {
        self.entities = entities
        self.periods = periods
    }

    /// Creates the size of a mission with these documents. O(1).
    public init(of documents: CurrentDocuments) {
        self.init(entities: documents.current.count)
        let definition = documents.current[EntityKey(.mission, documents.mission.text)]?.document
        if case .mission(_, let mission) = definition { periods = mission.periods }
    }

    /// The number of entities times the number of periods.
    ///
    /// Cannot overflow: there are at most 520 periods, and memory bounds the entities.
    public var weight: Int { entities * periods }

    /// Returns the size once a document is current.
    /// - Parameter isNew: Whether the mission has no document of this entity yet.
    public func applying(_ document: Document, isNew: Bool) -> MissionSize {
        var size = self
        if isNew { size.entities += 1 }
        if case .mission(_, let mission) = document { size.periods = mission.periods }
        return size
    }
}

extension EntityLimits {
    /// Returns the limit that a mission exceeds by growing, or `nil`.
    ///
    /// A mission that does not grow exceeds none: it may be over a limit that was lowered, and must be able to shrink.
    public func exceeded(from before: MissionSize, to after: MissionSize) -> ExceededLimit? {
        if after.entities > before.entities, after.entities > entities { return .entities(max: entities) }
        if after.weight > before.weight, after.weight > weight { return .weight(after.weight, max: weight) }
        return nil
    }
}
