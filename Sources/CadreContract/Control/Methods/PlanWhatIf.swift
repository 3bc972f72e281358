import CadreJSON
import CadrePlanning

/// `plan.whatif`: events that are applied to a copy of the plan; nothing is journaled. Source: CONTRACT § 6.
public struct PlanWhatIf: Equatable, Sendable {
    public var mission: ID<Mission>
    /// A JSON list of 1 … `ControlLimits.submittedEventsMax` events, which is read like a payload of `intake`.
    public var batch: [UInt8]
    /// The estimates to compare, in the order of publication.
    public var names: [EstimateName]

    /// Creates a request.
    /// - Parameter events: The JSON of each, which is not checked here.
    public init(mission: ID<Mission>, events: [[UInt8]], names: [EstimateName] = [.summary]) {
        self.init(mission: mission, batch: JSONWriter.list(events), names: names)
    }

    /// Creates a request.
    /// - Parameter batch: The events as a JSON list, which is not checked here.
    public init(mission: ID<Mission>, batch: [UInt8], names: [EstimateName] = [.summary]) {
        self.mission = mission
        self.batch = batch
        self.names = names
    }

    public struct Answer: Equatable, Sendable {
        public var estimates: [Difference]
        public var rejected: [Rejected]

        public init(estimates: [Difference], rejected: [Rejected]) {
            self.estimates = estimates
            self.rejected = rejected
        }
    }

    /// The data of an estimate without the events and with them, each `nil` if the mission is not defined.
    public struct Difference: Equatable, Sendable {
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

    /// An event that could not be applied.
    public struct Rejected: Equatable, Sendable {
        /// The index in the request's list, from 0.
        public var index: Int
        public var reason: RejectionReason
        public var detail: String
        public var source: String?
        public var id: String?

        public init(index: Int, rejection: Rejection) {
            self.index = index
            reason = rejection.reason
            detail = rejection.detail
            source = rejection.source
            id = rejection.id
        }
    }
}

extension PlanWhatIf: MethodParams {
    public static let method = ControlMethod.planWhatIf
    public static let summary = "Tries events on a copy of the plan; nothing is journaled"

    public static let table = ObjectTable(
        "params", "Events to try, and the estimates to compare", from: PlanWhatIf(mission: ID(""), batch: []),
        nullIsAbsent: true, isClosed: true,
        fields: [
            .required("mission", \.mission, .mission, "The mission"),
            .required("events", \.batch, .events, "CloudEvents, validated one by one as if they were submitted"),
            .fallback(
                "names", \.names, .estimateNames, [.summary],
                "The estimates to compare; a summary has its range only if `range` is among them"),
        ])

    public static let answer = Form<Answer>.object(
        ObjectTable(
            "result", "The estimates without the events and with them", from: Answer(estimates: [], rejected: []),
            fields: [
                .required(
                    "estimates", \.estimates,
                    .byEstimate(Difference.table, \.name), "Each estimate of the request, by name"),
                .required(
                    "rejected", \.rejected, .entries(of: .object(Rejected.table)), "The events that could not be tried"),
            ]))
}

extension PlanWhatIf.Difference {
    static let table = ObjectTable(
        "difference", "An estimate without the events and with them",
        from: Self(name: .summary, before: nil, after: nil),
        fields: [
            .required("before", \.before, .anyObject, "The estimate's data; null if the mission is not defined"),
            .required(
                "after", \.after, .anyObject,
                "Likewise; its revision is that of the plan on which the events were tried"),
            .required("changes", \.changes, .entries(of: .object(FigureChange.table)), "The places that differ"),
        ])
}

extension PlanWhatIf.Rejected {
    static let table = ObjectTable(
        "rejected", "An event that could not be tried",
        from: Self(index: 0, rejection: Rejection(.schema, detail: "", bytes: [])),
        fields: [
            .required("index", \.index, .natural, "The event's index in the request, from 0"),
            .required("reason", \.reason, .word, "The reason"),
            .required("detail", \.detail, .anyText, "The member and the expected value"),
            .required("source", \.source, .nullable(.anyText), "The event's source; null if it could not be read"),
            .required("id", \.id, .nullable(.anyText), "The event's id; null if it could not be read"),
        ])
}

extension Form {
    /// Returns the form of an object with one member per estimate, in the order of publication.
    static func byEstimate<Row>(
        _ table: ObjectTable<Row>, _ name: StoredProperty<Row, EstimateName>.Path
    ) -> Form where Value == [Row] {
        let property = StoredProperty(name)
        return Form<[(name: EstimateName, value: Row)]>.map(
            names: .estimateName, of: .object(table), named: { EstimateName($0) }, text: { $0.text }
        ).converted { rows in
            rows.sorted { $0.name < $1.name }.map { row in
                var value = row.value
                property.set(&value, row.name)
                return value
            }
        } _: { rows in
            rows.map { (name: property.value(of: $0), value: $0) }
        }
    }
}
