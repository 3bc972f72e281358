import CadreJSON

/// `event.submit`: events to make durable, with an outcome for each. Source: CONTRACT § 6.
public struct EventSubmit: Equatable, Sendable {
    /// The events as a batch of CloudEvents: a JSON list that is read like a payload of `intake`, with one reading
    /// each.
    public private(set) var batch: [UInt8]
    /// The number of events, 1…`ControlLimits.submittedEventsMax`.
    public private(set) var count: Int

    /// Creates a submission.
    /// - Parameter events: The JSON of each, which is not checked here.
    public init(events: [[UInt8]]) {
        precondition(1...ControlLimits.submittedEventsMax ~= events.count, "submit in parts")
        self.init(batch: JSONWriter.list(events), count: events.count)
    }

    private init(batch: [UInt8] = [], count: Int = 0) {
        self.batch = batch
        self.count = count
    }
}

extension EventSubmit: MethodParams {
    public static let method = ControlMethod.eventSubmit
    public static let summary = "Makes events durable; the result has an outcome for each"

    public static let table = ObjectTable(
        "params", "One event or several", from: EventSubmit(),
        rules: [
            Rule("Either `event` or `events` is given", conditions: [.exactlyOne([oneName, manyName])]) {
                submit throws(MemberFault) in
                guard submit.count == 0 else { return }
                throw .missing(manyName, Form<[UInt8]>.events.shape)
            }
        ],
        nullIsAbsent: true, isClosed: true,
        fields: [one, many])

    private static let oneName = "event"
    private static let manyName = "events"

    /// A single event, for reading only: a list is written.
    private static let one = ObjectField<EventSubmit>(
        description: FieldDescription(oneName, .any, .optional, "One CloudEvent")
    ) { json, member, _, submit throws(MemberFault) in
        guard let member else { return }
        submit = EventSubmit(events: [json.source(of: member)])
    } write: { _, _ in
    }

    private static let many = ObjectField<EventSubmit>(
        description: FieldDescription(
            manyName, Form<[UInt8]>.events.shape, .optional, "CloudEvents, validated one by one as on `intake`")
    ) { json, member, _, submit throws(MemberFault) in
        guard let member else { return }
        guard submit.count == 0 else {
            throw MemberFault(manyName, expected: "either \(oneName) or \(manyName)", found: "both")
        }
        let batch = try Form<[UInt8]>.events.read(json, member, named: manyName)
        submit = EventSubmit(batch: batch, count: json.elementCount(of: member))
    } write: { submit, writer in
        writer.name(manyName)
        writer.raw(submit.batch)
    }

    public static let answer = Form<Answer>.object(Answer.table)

    /// The outcome of each event, in the order of the request.
    public struct Answer: Equatable, Sendable {
        public var results: [Outcome]

        public init(results: [Outcome]) {
            self.results = results
        }

        static let table = ObjectTable(
            "result", "The outcome of each event", from: Answer(results: []),
            fields: [
                .required("results", \.results, .entries(of: .outcome), "In the order of the request")
            ])
    }
}

extension Form where Value == [UInt8] {
    /// A list of 1 … `ControlLimits.submittedEventsMax` values, kept as its bytes.
    static let events = bytes(.list(.any, countMin: 1, countMax: ControlLimits.submittedEventsMax)) { json, node in
        1...ControlLimits.submittedEventsMax ~= json.elementCount(of: node)
    }
}

extension JSONWriter {
    /// Returns a list of values that are JSON already.
    static func list(_ values: [[UInt8]]) -> [UInt8] {
        var writer = JSONWriter(capacity: values.reduce(2) { $0 + $1.count + 1 })
        writer.array {
            for value in values { $0.raw(value) }
        }
        return writer.bytes
    }
}
