import CadreJSON

/// `event.submit`: events to be made durable, with an answer for each. Source: CONTRACT § 6.
public struct EventSubmit: Equatable, Sendable {
    /// The events as a batch of CloudEvents: a JSON list, to be read as a payload of `intake` is, one reading each.
    public let batch: [UInt8]
    /// How many there are, 1…`ControlLimits.submittedEventsMax`.
    public let count: Int

    /// - Parameter events: The JSON of each; not checked.
    public init(events: [[UInt8]]) {
        precondition(1...ControlLimits.submittedEventsMax ~= events.count, "submit in parts")
        var writer = JSONWriter(capacity: events.reduce(2) { $0 + $1.count + 1 })
        writer.array {
            for event in events { $0.raw(event) }
        }
        self.init(batch: writer.bytes, count: events.count)
    }

    private init(batch: [UInt8], count: Int) {
        self.batch = batch
        self.count = count
    }

    init(reading params: ControlParams) throws(ControlError) {
        try params.allow("event", "events")
        let expected = "event, or events: a list of 1 to \(ControlLimits.submittedEventsMax)"
        switch (params.value("event"), params.value("events")) {
        case (let event?, nil):
            self.init(events: [event.source])
        case (nil, let events?):
            guard let elements = events.elements, 1...ControlLimits.submittedEventsMax ~= elements.count else {
                throw params.wrong("events", expected)
            }
            self.init(batch: events.source, count: elements.count)
        case (nil, nil): throw params.missing("events", expected)
        case (_?, _?): throw params.wrong("events", "either event or events")
        }
    }

    func writeMembers(to writer: inout JSONWriter) {
        writer.name("events")
        writer.raw(batch)
    }

    /// What became of each event, in the order of the request.
    public struct Answer: Equatable, Sendable {
        public var results: [Outcome]

        public init(results: [Outcome]) {
            self.results = results
        }
    }

    public enum Outcome: Equatable, Sendable {
        /// On disk, at this place in the journal.
        case accepted(sequence: Int)
        /// It is there already, at this place.
        case duplicate(sequence: Int)
        /// On disk, but a later word stands. Source: MODEL § 2.
        case superseded(sequence: Int)
        case rejected(RejectionReason, detail: String)

        /// As the answer names it.
        public var status: String {
            switch self {
            case .accepted: "accepted"
            case .duplicate: "duplicate"
            case .superseded: "superseded"
            case .rejected: "rejected"
            }
        }
    }
}

extension EventSubmit.Answer: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object { $0.member("results", results) }
    }

    public init(reading value: JSONValue) throws(AnswerFault) {
        results = try value.answeredList("results") { value throws(AnswerFault) in try .init(reading: value) }
    }
}

extension EventSubmit.Outcome: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("status", status)
            switch self {
            case .accepted(let sequence), .duplicate(let sequence), .superseded(let sequence):
                $0.member("sequence", sequence)
            case .rejected(let reason, let detail):
                $0.member("reason", reason.rawValue)
                $0.member("detail", detail)
            }
        }
    }

    init(reading value: JSONValue) throws(AnswerFault) {
        switch try value.answered("status", \.text) {
        case "accepted": self = .accepted(sequence: try value.answered("sequence", \.integer))
        case "duplicate": self = .duplicate(sequence: try value.answered("sequence", \.integer))
        case "superseded": self = .superseded(sequence: try value.answered("sequence", \.integer))
        case "rejected":
            let reason = try value.answered("reason") { $0.text.flatMap(RejectionReason.init(rawValue:)) }
            self = .rejected(reason, detail: try value.answered("detail", \.text))
        case let other: throw AnswerFault("status is \(other.prefix(40)), which this version does not know")
        }
    }
}
