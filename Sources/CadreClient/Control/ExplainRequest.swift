import CadreContract
import CadreJSON

/// A request to explain one figure. The node validates each member and says what it expected if one is wrong.
/// Source: CONTRACT § 6, `plan.explain`.
public struct ExplainRequest: Equatable, Sendable {
    public var mission: String
    /// `committed`, `offered` or `full`.
    public var scenario: String
    /// A figure by the name that the contract gives it, such as `force.required`.
    public var figure: String
    /// The period, from 0, or `nil` for the whole horizon.
    public var period: Int?
    /// The site that narrows the figure, or `nil`. Likewise each member below.
    public var site: String?
    public var capability: String?
    public var course: String?
    public var commodity: String?
    public var run: String?
    public var kind: String?
    public var nation: String?
    public var fund: String?
    /// The journal up to this sequence; `nil` with `asOf` `nil`: the newest.
    public var revision: Int?
    /// The events with a `time` up to this one, RFC 3339.
    public var asOf: String?

    public init(mission: String, scenario: String, figure: String, period: Int?) {
        self.mission = mission
        self.scenario = scenario
        self.figure = figure
        self.period = period
    }
}

extension ExplainRequest: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("mission", mission)
            $0.member("scenario", scenario)
            $0.member("figure", figure)
            if let period { $0.member("period", period) }
            let narrowings = [
                ("site", site), ("capability", capability), ("course", course), ("commodity", commodity),
                ("run", run), ("kind", kind), ("nation", nation), ("fund", fund),
            ]
            for case (let name, let value?) in narrowings { $0.member(name, value) }
            if let revision { $0.member("revision", revision) }
            if let asOf { $0.member("asOf", asOf) }
        }
    }
}
