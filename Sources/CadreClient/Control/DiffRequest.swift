import CadreContract
import CadreJSON

/// Between which two states the figures are compared. Source: CONTRACT § 6, `plan.diff`.
public struct DiffRequest: Equatable, Sendable {
    /// A state of the plan; the node judges it.
    public enum Moment: Equatable, Sendable {
        /// The journal up to this sequence.
        case revision(Int)
        /// The events with a `time` up to this one, RFC 3339.
        case time(String)
    }

    public var mission: String
    public var from: Moment
    /// As `from`, a revision or a time; `nil`: the newest state.
    public var to: Moment?
    /// Of estimates, as in topics.
    public var names: [String]

    public init(mission: String, from: Moment, to: Moment? = nil, names: [String] = ["summary"]) {
        self.mission = mission
        self.from = from
        self.to = to
        self.names = names
    }
}

extension DiffRequest: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("mission", mission)
            $0.member("from", from)
            if let to { $0.member("to", to) }
            $0.member("names", names)
        }
    }
}

extension DiffRequest.Moment: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        switch self {
        case .revision(let revision): revision.write(to: &writer)
        case .time(let time): time.write(to: &writer)
        }
    }
}
