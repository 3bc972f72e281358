import CadreJSON
import CadrePlanning

/// `estimate.get`: one estimate, the newest or an older one. Source: CONTRACT § 6.
public struct EstimateGet: Equatable, Sendable {
    public var mission: ID<Mission>
    public var name: EstimateName
    public var at: PlanMoment

    public init(mission: ID<Mission>, name: EstimateName, at: PlanMoment = .newest) {
        self.mission = mission
        self.name = name
        self.at = at
    }

    init(reading params: ControlParams) throws(ControlError) {
        try params.allow("mission", "name", "revision", "asOf")
        mission = try params.mission()
        let names = EstimateName.allCases.map(\.text).joined(separator: ", ")
        guard let text = try params.text("name", expected: names) else { throw params.missing("name", names) }
        guard let name = EstimateName(text) else {
            throw .invalidParam("name", reason: "there is no such estimate", expected: names)
        }
        self.name = name
        at = try params.moment()
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("mission", mission)
        writer.member("name", name.text)
        writer.members(of: at)
    }

    /// The estimate's `data`, as `EncodedEstimate.data` gives it; a client reads it as it reads those of the bus.
    public struct Answer: Equatable, Sendable {
        public var data: [UInt8]

        public init(data: [UInt8]) {
            self.data = data
        }
    }
}

extension EstimateGet.Answer: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.raw(data)
    }
}
