import CadreContract

/// Which figure is to be taken apart. The node judges each member, and says what it expected where one is wrong.
/// Source: CONTRACT § 6, `plan.explain`.
public struct ExplainRequest: Equatable, Sendable {
    public var mission: String
    /// `committed`, `offered` or `full`.
    public var scenario: String
    /// `force.required`, `force.filled`, `training.graduates` or `logistics.use`.
    public var figure: String
    /// From 0.
    public var period: Int
    /// What narrows the figure; `nil`: nothing.
    public var site: String?
    public var capability: String?
    public var course: String?
    public var commodity: String?
    /// The journal up to this sequence; `nil` with `asOf` `nil`: the newest.
    public var revision: Int?
    /// The events with a `time` up to this one, RFC 3339.
    public var asOf: String?

    public init(mission: String, scenario: String, figure: String, period: Int) {
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
            $0.member("period", period)
            let narrowings = [
                ("site", site), ("capability", capability), ("course", course), ("commodity", commodity),
            ]
            for case (let name, let value?) in narrowings { $0.member(name, value) }
            if let revision { $0.member("revision", revision) }
            if let asOf { $0.member("asOf", asOf) }
        }
    }
}
