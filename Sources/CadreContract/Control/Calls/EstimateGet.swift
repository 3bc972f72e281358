import CadrePlanning

/// `estimate.get`: one estimate, the newest or an older one. Source: CONTRACT § 6.
public struct EstimateGet: Equatable, Sendable {
    /// Of what state.
    public enum At: Equatable, Sendable {
        case newest
        /// The journal up to this sequence.
        case revision(Int)
        /// The events with a `time` up to this one.
        case time(Instant)
    }

    public var mission: ID<Mission>
    public var name: EstimateName
    public var at: At

    public init(mission: ID<Mission>, name: EstimateName, at: At = .newest) {
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
        let revision = try params.integer("revision", in: 1...Int.max, expected: "a whole number from 1")
        switch (revision, try params.instant("asOf")) {
        case (nil, nil): at = .newest
        case (let revision?, nil): at = .revision(revision)
        case (nil, let time?): at = .time(time)
        case (_?, _?): throw params.wrong("asOf", "either revision or asOf")
        }
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.member("mission", mission)
        writer.member("name", name.text)
        switch at {
        case .newest: break
        case .revision(let revision): writer.member("revision", revision)
        case .time(let time): writer.member("asOf", time)
        }
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
