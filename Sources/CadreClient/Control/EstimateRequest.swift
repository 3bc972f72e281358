import CadreContract
import CadreJSON

/// Which estimate is asked for. The node judges each member, and says what it expected where one is wrong.
public struct EstimateRequest: Equatable, Sendable {
    public var mission: String
    /// As in topics: `summary`, `force.offered` …
    public var name: String
    /// The journal up to this sequence; `nil` with `asOf` `nil`: the newest.
    public var revision: Int?
    /// The events with a `time` up to this one, RFC 3339.
    public var asOf: String?

    public init(mission: String, name: String, revision: Int? = nil, asOf: String? = nil) {
        self.mission = mission
        self.name = name
        self.revision = revision
        self.asOf = asOf
    }
}

extension EstimateRequest: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("mission", mission)
            $0.member("name", name)
            if let revision { $0.member("revision", revision) }
            if let asOf { $0.member("asOf", asOf) }
        }
    }
}

/// Which documents of a mission are asked for.
public struct PlanRequest: Equatable, Sendable {
    public var mission: String
    /// `pledge`, `line` …; `nil`: of every kind.
    public var kind: String?
    /// `NATION/PLEDGE` of a pledge; `nil`: all of the kind.
    public var id: String?

    public init(mission: String, kind: String? = nil, id: String? = nil) {
        self.mission = mission
        self.kind = kind
        self.id = id
    }
}

extension PlanRequest: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("mission", mission)
            if let kind { $0.member("kind", kind) }
            if let id { $0.member("id", id) }
        }
    }
}
