import CadrePlanning

/// The rank of the current event of every entity of every mission. It tells, before an event is journaled, whether the
/// event will be current and whether there is room for it. Source: CONTRACT § 2, `limit`; MODEL §§ 1 and 2.
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
        fileprivate let before: Precedence?
        fileprivate let periodsBefore: Int
    }

    /// The entities of one mission.
    private struct Entities {
        var stamps: [EntityKey: Precedence] = [:]
        /// The periods of the current `mission.defined`; 1 before there is one.
        var periods = MissionSize().periods

        var size: MissionSize { MissionSize(entities: stamps.count, periods: periods) }
    }

    private var missions: [ID<Mission>: Entities] = [:]
    private let limits: EntityLimits

    /// Creates an empty register.
    public init(limits: EntityLimits = EntityLimits()) {
        self.limits = limits
    }

    public var missionCount: Int { missions.count }

    /// What will become of an event; changes nothing. O(1) on average.
    public func judge(_ event: Event) -> Verdict {
        let entities = missions[event.mission]
        if entities == nil, missions.count >= limits.missions { return .refused(.missions(max: limits.missions)) }
        let current = entities?.stamps[event.document.key]
        if let current, !(current < Precedence(event)) { return .superseded }
        let size = entities?.size ?? MissionSize()
        let limit = limits.exceeded(from: size, to: size.applying(event.document, isNew: current == nil))
        return limit.map(Verdict.refused) ?? .stands
    }

    /// Takes an event in; what is older than what stands changes nothing.
    @discardableResult
    public mutating func note(_ event: Event) -> Undo {
        let key = event.document.key
        let before = missions[event.mission]?.stamps[key]
        let periodsBefore = missions[event.mission]?.periods ?? MissionSize().periods
        let new = Precedence(event)
        if before.map({ $0 < new }) ?? true {
            missions[event.mission, default: Entities()].stamps[key] = new
            if case .mission(_, let mission) = event.document { missions[event.mission]?.periods = mission.periods }
        }
        return Undo(mission: event.mission, key: key, before: before, periodsBefore: periodsBefore)
    }

    /// Takes notes back, newest first: their batch did not reach the disk.
    public mutating func undo(_ notes: [Undo]) {
        for undo in notes.reversed() {
            missions[undo.mission]?.stamps[undo.key] = undo.before
            missions[undo.mission]?.periods = undo.periodsBefore
            if missions[undo.mission]?.stamps.isEmpty == true { missions[undo.mission] = nil }
        }
    }
}
