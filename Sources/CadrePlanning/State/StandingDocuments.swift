/// What the accepted events say of one mission: each entity by its last word. Source: MODEL § 2.
public struct StandingDocuments: Sendable {
    /// A document that stands, and the event that set it.
    ///
    /// A class of constants: a plan keeps its state while the next event changes it, and a copy of thousands of
    /// references costs a tenth of one of thousands of documents.
    public final class Standing: Equatable, Sendable {
        public let document: Document
        public let stamp: Stamp
        /// The journal sequence of that event.
        public let sequence: Int

        init(document: Document, stamp: Stamp, sequence: Int) {
            self.document = document
            self.stamp = stamp
            self.sequence = sequence
        }

        public static func == (a: Standing, b: Standing) -> Bool {
            a === b || (a.document, a.stamp, a.sequence) == (b.document, b.stamp, b.sequence)
        }
    }

    /// What one event did to the state.
    public enum Joined: Equatable, Sendable {
        /// Its document stands now.
        case changed
        /// A later word stands; only the record of statuses seen may have moved.
        case superseded
    }

    public let mission: ID<Mission>
    /// Looked up by key; whoever computes from it sorts first: a dictionary's order differs from run to run.
    public private(set) var standing: [EntityKey: Standing] = [:]
    /// The statuses in which each pledge was ever seen, in any accepted event. Source: MODEL § 9, experience.
    public private(set) var statusesSeen: [ID<Pledge>: Set<Pledge.Status>] = [:]
    /// The latest time of accepted events of the topic kind `plan`. Source: MODEL § 1.
    public private(set) var latestPlanTime: Instant?
    /// Journal sequence of the newest event joined; 0 before the first.
    public private(set) var revision = 0
    /// The `id` of that event.
    public private(set) var cause = ""
    /// Tells a plan of an earlier value of this state what has changed since.
    private var recentChanges = RecentChanges()

    public init(mission: ID<Mission>) {
        self.mission = mission
    }

    /// Joins one event of this mission. Order does not matter, and what is joined twice counts once. O(1) on average.
    /// - Parameter sequence: Its place in the journal, from 1.
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
        if let current = standing[key], !(current.stamp < event.stamp) {
            return .superseded
        }
        standing[key] = Standing(document: event.document, stamp: event.stamp, sequence: sequence)
        recentChanges.note(key)
        return .changed
    }

    /// The entities whose documents may differ from those of an earlier value of this state: an entity a change.
    /// - Returns: `nil` where that is not known: `earlier` is no earlier value of this one, or too old.
    func changes(since earlier: StandingDocuments) -> [EntityKey]? {
        recentChanges.since(earlier.recentChanges)
    }

    /// What a state knows beside the documents that stand.
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

    /// Takes up a state that was kept: what it is after all its events, from those alone whose documents stand.
    /// - Returns: `nil` where these do not fit together: an event of another mission, two on one entity, or one that
    ///   the memory does not cover.
    public init?(mission: ID<Mission>, standing events: [(event: Event, sequence: Int)], memory: Memory) {
        self.init(mission: mission)
        for (event, sequence) in events {
            guard event.mission == mission else { return nil }
            join(event, sequence: sequence)
        }
        guard standing.count == events.count, revision <= memory.revision,
            latestPlanTime.map({ time in memory.latestPlanTime.map { time <= $0 } ?? false }) ?? true,
            statusesSeen.allSatisfy({ $0.value.isSubset(of: memory.statusesSeen[$0.key] ?? []) })
        else { return nil }
        statusesSeen = memory.statusesSeen
        latestPlanTime = memory.latestPlanTime
        revision = memory.revision
        cause = memory.cause
    }

    /// Lets a document stand whatever the stamps say: for plans that are only tried.
    mutating func overlay(_ document: Document) {
        let key = document.key
        let stamp = standing[key]?.stamp ?? Stamp(time: Instant(seconds: 0), id: "", source: "")
        standing[key] = Standing(document: document, stamp: stamp, sequence: standing[key]?.sequence ?? 0)
        recentChanges.note(key)
    }
}
