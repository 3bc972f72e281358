import CadrePlanning

/// Decides whether an event is new, superseded, a duplicate, in conflict, over a limit or in the future. The daemon,
/// what-if questions, event files and snapshots use the same value. Sources: CONTRACT §§ 2 and 9; MODEL §§ 1 and 2.
///
/// It remembers the precedence of the current event of each entity, the size of each mission, and the identities that
/// were recorded with a sequence. A journal has too many identities to keep in memory: if its index contains an event of
/// the same identity, `Verdict(of:repeating:)` replaces the verdict.
public struct MissionAcceptance: Sendable {
    /// The result of the first check that decides, in the order of the checks.
    public enum Verdict: Equatable, Sendable {
        /// The time of the event is too far ahead of the clock.
        case inFuture
        /// An accepted event has the same source, id and data.
        case duplicate(sequence: Int)
        /// An accepted event has the same source and id, but other data.
        case conflict(sequence: Int)
        /// The event will be kept, but another event of its entity stays current.
        case superseded
        /// The event would make its mission, or the number of missions, exceed a limit.
        case overLimit(ExceededLimit)
        /// The event will be current.
        case new
    }

    /// The entities of one mission.
    private struct Entities {
        var precedences: [EntityKey: Precedence] = [:]
        /// The number of periods of the current `mission.defined`; 1 before there is one.
        var periods = MissionSize().periods

        var size: MissionSize { MissionSize(entities: precedences.count, periods: periods) }
    }

    /// A tentative record, with the values that it replaced.
    private struct Change {
        let mission: ID<Mission>
        let key: EntityKey
        let before: Precedence?
        let periodsBefore: Int
    }

    /// The limits in force.
    public let limits: EntityLimits
    private var missions: [ID<Mission>: Entities] = [:]
    private var accepted: [EventIdentity: AcceptedEvent] = [:]
    private var tentative: [Change] = []

    /// Creates the acceptance of a node with these missions.
    public init(limits: EntityLimits = EntityLimits(), missions: some Sequence<CurrentDocuments> = EmptyCollection()) {
        self.limits = limits
        for documents in missions {
            self.missions[documents.mission] = Entities(
                precedences: documents.current.mapValues(\.precedence), periods: MissionSize(of: documents).periods)
        }
    }

    /// Evaluates an event, and changes nothing. O(1) on average.
    /// - Parameter now: The clock, or `nil` if the time of the event does not matter, as in files.
    public func evaluate(_ received: ReceivedEvent, at now: Instant? = nil) -> Verdict {
        let event = received.event
        if let now, event.stamp.time.isInFuture(of: now) { return .inFuture }
        if let accepted = acceptedEvent(event.stamp) { return Verdict(of: received, repeating: accepted) }
        let entities = missions[event.mission]
        let current = entities?.precedences[event.document.key]
        if let current, !(current < Precedence(event)) { return .superseded }
        if entities == nil, missions.count >= limits.missions { return .overLimit(.missions(max: limits.missions)) }
        let size = entities?.size ?? MissionSize()
        let limit = limits.exceeded(from: size, to: size.applying(event.document, isNew: current == nil))
        return limit.map(Verdict.overLimit) ?? .new
    }

    /// Records an accepted event. An event that another one supersedes changes nothing.
    public mutating func record(_ event: Event) {
        let key = event.document.key
        let precedence = Precedence(event)
        if let current = missions[event.mission]?.precedences[key], !(current < precedence) { return }
        missions[event.mission, default: Entities()].precedences[key] = precedence
        if case .mission(_, let mission) = event.document { missions[event.mission]?.periods = mission.periods }
    }

    /// Records an accepted event with its identity, for callers without an index of identities.
    public mutating func record(_ received: ReceivedEvent, sequence: Int) {
        record(received.event)
        accepted[EventIdentity(received.event.stamp)] = AcceptedEvent(sequence: sequence, bytes: received.bytes)
    }

    private func acceptedEvent(_ stamp: Stamp) -> AcceptedEvent? {
        accepted.isEmpty ? nil : accepted[EventIdentity(stamp)]
    }

    // MARK: Batches

    /// Records an event whose batch is not durable yet. Call `confirm()` or `rollBack()` afterwards.
    public mutating func recordTentatively(_ event: Event) {
        let key = event.document.key
        let entities = missions[event.mission]
        tentative.append(
            Change(
                mission: event.mission, key: key, before: entities?.precedences[key],
                periodsBefore: entities?.periods ?? MissionSize().periods))
        record(event)
    }

    /// Keeps the tentative records: their batch is durable.
    public mutating func confirm() {
        tentative.removeAll(keepingCapacity: true)
    }

    /// Removes the tentative records: their batch is not durable.
    public mutating func rollBack() {
        for change in tentative.reversed() {
            missions[change.mission]?.precedences[change.key] = change.before
            missions[change.mission]?.periods = change.periodsBefore
            if missions[change.mission]?.precedences.isEmpty == true { missions[change.mission] = nil }
        }
        confirm()
    }
}
