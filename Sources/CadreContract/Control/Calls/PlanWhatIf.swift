import CadreJSON
import CadrePlanning

/// `plan.whatif`: events tried on a copy of the plan; nothing is journaled. Source: CONTRACT § 6.
public struct PlanWhatIf: Equatable, Sendable {
    public var mission: ID<Mission>
    /// A JSON list of 1 … `ControlLimits.submittedEventsMax` events, to be read as a payload of `intake` is.
    public var batch: [UInt8]
    /// In the order of publication.
    public var names: [EstimateName]

    /// - Parameter batch: Not checked.
    public init(mission: ID<Mission>, batch: [UInt8], names: [EstimateName] = [.summary]) {
        self.mission = mission
        self.batch = batch
        self.names = names
    }

    init(reading params: ControlParams) throws(ControlError) {
        try params.allow("mission", "events", "names")
        mission = try params.mission()
        let expected = "a list of 1 to \(ControlLimits.submittedEventsMax) events"
        guard let events = params.value("events") else { throw params.missing("events", expected) }
        guard let elements = events.elements, 1...ControlLimits.submittedEventsMax ~= elements.count else {
            throw params.wrong("events", expected)
        }
        batch = events.source
        names = try params.estimateNames()
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("mission", mission)
        writer.name("events")
        writer.raw(batch)
        writer.member("names", names.map(\.text))
    }

    /// An estimate without the events and with them; `nil` where the mission is not defined.
    public struct Difference: Sendable {
        public var name: EstimateName
        public var before: JSONValue?
        public var after: JSONValue?
        public var changes: [FigureChange]

        public init(name: EstimateName, before: JSONValue?, after: JSONValue?) {
            self.name = name
            self.before = before
            self.after = after
            changes = FigureChange.between(before, after)
        }
    }

    /// An event that could not be tried.
    public struct Rejected: Sendable {
        /// Its place in the request's list, from 0.
        public var index: Int
        public var rejection: Rejection

        public init(index: Int, rejection: Rejection) {
            self.index = index
            self.rejection = rejection
        }
    }

    public struct Answer: Sendable {
        public var estimates: [Difference]
        public var rejected: [Rejected]

        public init(estimates: [Difference], rejected: [Rejected]) {
            self.estimates = estimates
            self.rejected = rejected
        }
    }
}

extension PlanWhatIf.Answer: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("estimates") {
                $0.object {
                    for difference in estimates { $0.member(difference.name.text, difference) }
                }
            }
            $0.member("rejected", rejected)
        }
    }
}

extension PlanWhatIf.Difference: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("before", before)
            $0.member("after", after)
            $0.member("changes", changes)
        }
    }
}

extension PlanWhatIf.Rejected: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("index", index)
            $0.member("reason", rejection.reason.rawValue)
            $0.member("detail", rejection.detail)
            $0.member("source", rejection.source)
            $0.member("id", rejection.id)
        }
    }
}
