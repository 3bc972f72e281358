import CadreJSON
import CadrePlanning

/// `plan.diff`: what moved the figures between two states, event by event. Source: CONTRACT § 6.
public struct PlanDiff: Equatable, Sendable {
    public var mission: ID<Mission>
    /// Both revisions or both times, unless `to` is the newest state.
    public var from: PlanMoment
    public var to: PlanMoment
    /// In the order of publication.
    public var names: [EstimateName]

    public init(mission: ID<Mission>, from: PlanMoment, to: PlanMoment = .newest, names: [EstimateName] = [.summary]) {
        self.mission = mission
        self.from = from
        self.to = to
        self.names = names
    }

    init(reading params: ControlParams) throws(ControlError) {
        try params.allow("mission", "from", "to", "names")
        mission = try params.mission()
        guard let from = try params.moment(in: "from") else {
            throw params.missing("from", "a revision, or a time")
        }
        self.from = from
        to = try params.moment(in: "to") ?? .newest
        switch (from, to) {
        case (.revision(let first), .revision(let last)) where last < first:
            throw params.wrong("to", "a revision from \(first), that of from")
        case (.time(let first), .time(let last)) where last < first:
            throw params.wrong("to", "a time not before that of from")
        case (.revision, .time), (.time, .revision):
            throw params.wrong("to", "a revision where from is one, a time where from is a time")
        default: break
        }
        names = try params.estimateNames()
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("mission", mission)
        writer.member("from", from)
        writer.member("to", to)
        writer.member("names", names.map(\.text))
    }

    /// What one event did, after all before it.
    public struct Share: Sendable {
        public var stamp: Stamp
        public var type: String
        /// The event's place in the journal.
        public var sequence: Int
        /// By estimate, in the order of publication.
        public var changes: [(name: EstimateName, change: FigureChange)]

        public init(stamp: Stamp, type: String, sequence: Int, changes: [(name: EstimateName, change: FigureChange)]) {
            self.stamp = stamp
            self.type = type
            self.sequence = sequence
            self.changes = changes
        }
    }

    public struct Answer: Sendable {
        public var estimates: [(name: EstimateName, changes: [FigureChange])]
        /// In the order of the journal.
        public var events: [Share]

        public init(estimates: [(name: EstimateName, changes: [FigureChange])], events: [Share]) {
            self.estimates = estimates
            self.events = events
        }
    }
}

extension PlanDiff.Answer: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("estimates") {
                $0.object {
                    for (name, changes) in estimates {
                        $0.member(name.text) { $0.object { $0.member("changes", changes) } }
                    }
                }
            }
            $0.member("events", events)
        }
    }
}

extension PlanDiff.Share: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("source", stamp.source)
            $0.member("id", stamp.id)
            $0.member("sequence", sequence)
            $0.member("type", type)
            $0.member("time", stamp.time)
            $0.member("changes") {
                $0.array {
                    for (name, change) in changes {
                        $0.object {
                            $0.member("name", name.text)
                            change.writeMembers(to: &$0)
                        }
                    }
                }
            }
        }
    }
}
