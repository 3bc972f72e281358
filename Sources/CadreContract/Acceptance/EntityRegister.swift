import CadrePlanning

/// The last word on every entity of every mission, by stamp alone: enough to say, before an event is journaled, whether
/// it will stand and whether there is room for it. Source: CONTRACT § 2, `limit`; MODEL § 2.
public struct EntityRegister: Sendable {
    public enum Verdict: Equatable, Sendable {
        /// Its document will stand.
        case stands
        /// A later word on the entity is there; the event is kept all the same.
        case superseded
        /// There is no room for it.
        case refused(ExceededLimit)
    }

    /// Takes one `note` back.
    public struct Undo: Sendable {
        fileprivate let mission: ID<Mission>
        fileprivate let key: EntityKey
        fileprivate let before: Stamp?
    }

    private var missions: [ID<Mission>: [EntityKey: Stamp]] = [:]
    private let limits: EntityLimits

    /// Creates an empty register.
    public init(limits: EntityLimits = EntityLimits()) {
        self.limits = limits
    }

    public var missionCount: Int { missions.count }

    /// What will become of an event; changes nothing. O(1) on average.
    public func judge(_ event: Event) -> Verdict {
        guard let entities = missions[event.mission] else {
            return missions.count < limits.missions ? .stands : .refused(.missions(max: limits.missions))
        }
        let key = event.document.key
        if let stamp = entities[key] { return stamp < event.stamp ? .stands : .superseded }
        return entities.count < limits.entities ? .stands : .refused(.entities(max: limits.entities))
    }

    /// Takes an event in; what is older than what stands changes nothing.
    @discardableResult
    public mutating func note(_ event: Event) -> Undo {
        let key = event.document.key
        let before = missions[event.mission]?[key]
        if before.map({ $0 < event.stamp }) ?? true { missions[event.mission, default: [:]][key] = event.stamp }
        return Undo(mission: event.mission, key: key, before: before)
    }

    /// Takes notes back, newest first: their batch did not reach the disk.
    public mutating func undo(_ notes: [Undo]) {
        for undo in notes.reversed() {
            missions[undo.mission]?[undo.key] = undo.before
            if missions[undo.mission]?.isEmpty == true { missions[undo.mission] = nil }
        }
    }
}
