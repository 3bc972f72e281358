/// The current documents of one mission: the winning event of every entity. Source: MODEL § 2.
public struct CurrentDocuments: Sendable {
    /// A current document and the event that set it.
    ///
    /// A class of constants: a plan keeps its state while the next event changes it, and a copy of thousands of
    /// references costs a tenth of one of thousands of documents.
    public final class Current: Equatable, Sendable {
        public let document: Document
        public let stamp: Stamp
        /// The note of the event, or `nil`.
        public let note: String?
        /// The journal sequence of that event.
        public let sequence: Int

        init(document: Document, stamp: Stamp, note: String?, sequence: Int) {
            self.document = document
            self.stamp = stamp
            self.note = note
            self.sequence = sequence
        }

        /// The rank of the event among the events of its entity.
        public var precedence: Precedence { Precedence(stamp: stamp, document: document) }

        public static func == (a: Current, b: Current) -> Bool {
            a === b || (a.document, a.stamp, a.note, a.sequence) == (b.document, b.stamp, b.note, b.sequence)
        }
    }

    /// The effect of one event on the state.
    public enum Joined: Equatable, Sendable {
        /// The event's document is current now.
        case changed
        /// Another event wins; at most the record of statuses seen has changed.
        case superseded
    }

    public let mission: ID<Mission>
    /// The current document of each entity. Never iterated to compute a figure: its order differs between runs.
    public private(set) var current: [EntityKey: Current] = [:]
    /// The statuses in which each pledge was ever seen, in any accepted event. Source: MODEL § 9, experience.
    public private(set) var statusesSeen: [ID<Pledge>: Set<Pledge.Status>] = [:]
    /// The latest time of accepted events of the topic kind `plan`. Source: MODEL § 1.
    public private(set) var latestPlanTime: Instant?
    /// The journal sequence of the newest event joined; 0 before the first.
    public private(set) var revision = 0
    /// The `id` of that event.
    public private(set) var cause = ""

    public init(mission: ID<Mission>) {
        self.mission = mission
    }

    /// Joins one event of this mission. The resulting state depends on neither order nor repetition. O(1) on average.
    /// - Parameter sequence: The journal sequence of the event, from 1.
    @discardableResult
    public mutating func join(_ event: Event, sequence: Int) -> Joined {
        let key = event.document.key
        if sequence > revision {
            revision = sequence
            cause = event.stamp.id
        }
        if key.kind.topicKind == .plan, latestPlanTime.map({ $0 < event.stamp.time }) ?? true {
            latestPlanTime = event.stamp.time
        }
        if case .pledge(let id, let pledge) = event.document {
            statusesSeen[id, default: []].insert(pledge.status)
        }
        if let before = current[key], !(before.precedence < Precedence(event)) { return .superseded }
        current[key] = Current(document: event.document, stamp: event.stamp, note: event.note, sequence: sequence)
        return .changed
    }

    /// The part of a state that is not in the current documents.
    public struct Memory: Equatable, Sendable {
        public var statusesSeen: [ID<Pledge>: Set<Pledge.Status>]
        public var latestPlanTime: Instant?
        public var revision: Int
        public var cause: String

        public init(
            statusesSeen: [ID<Pledge>: Set<Pledge.Status>], latestPlanTime: Instant?, revision: Int, cause: String
        ) {
            self.statusesSeen = statusesSeen
            self.latestPlanTime = latestPlanTime
            self.revision = revision
            self.cause = cause
        }
    }

    public var memory: Memory {
        Memory(statusesSeen: statusesSeen, latestPlanTime: latestPlanTime, revision: revision, cause: cause)
    }

    /// Creates the state that was stored: the result of all its events, from only those whose documents are current.
    /// - Returns: `nil` if they do not fit together: an event of another mission, two events of one entity, or an event
    ///   that the memory does not cover.
    public init?(mission: ID<Mission>, current events: [(event: Event, sequence: Int)], memory: Memory) {
        self.init(mission: mission)
        for (event, sequence) in events {
            guard event.mission == mission else { return nil }
            join(event, sequence: sequence)
        }
        guard current.count == events.count, revision <= memory.revision,
            latestPlanTime.map({ time in memory.latestPlanTime.map { time <= $0 } ?? false }) ?? true,
            statusesSeen.allSatisfy({ $0.value.isSubset(of: memory.statusesSeen[$0.key] ?? []) })
        else { return nil }
        statusesSeen = memory.statusesSeen
        latestPlanTime = memory.latestPlanTime
        revision = memory.revision
        cause = memory.cause
    }

    /// Makes a document current regardless of stamps, for plans that are only tried.
    mutating func overlay(_ document: Document) {
        let key = document.key
        let stamp = current[key]?.stamp ?? Stamp(time: Instant(seconds: 0), id: "", source: "")
        current[key] = Current(document: document, stamp: stamp, note: nil, sequence: current[key]?.sequence ?? 0)
    }
}
