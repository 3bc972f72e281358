import CadrePlanning

/// `plan.diff`: what changed the figures between two states, event by event. Source: CONTRACT § 6.
public struct PlanDiff: Equatable, Sendable {
    public var mission: ID<Mission>
    /// Both revisions or both times, unless `to` is the newest state.
    public var from: PlanMoment
    public var to: PlanMoment
    /// The estimates to compare, in the order of publication.
    public var names: [EstimateName]

    public init(mission: ID<Mission>, from: PlanMoment, to: PlanMoment = .newest, names: [EstimateName] = [.summary]) {
        self.mission = mission
        self.from = from
        self.to = to
        self.names = names
    }

    public struct Answer: Equatable, Sendable {
        public var estimates: [Difference]
        /// The events between the two states, in the order of the journal.
        public var events: [Share]

        public init(estimates: [Difference], events: [Share]) {
            self.estimates = estimates
            self.events = events
        }
    }

    /// The changes of one estimate.
    public struct Difference: Equatable, Sendable {
        public var name: EstimateName
        public var changes: [FigureChange]

        public init(name: EstimateName, changes: [FigureChange]) {
            self.name = name
            self.changes = changes
        }
    }

    /// The changes that one event made, after all events before it.
    public struct Share: Equatable, Sendable {
        public var stamp: Stamp
        public var type: String
        /// The event's journal sequence.
        public var sequence: Int
        /// By estimate, in the order of publication.
        public var changes: [NamedChange]

        public init(stamp: Stamp, type: String, sequence: Int, changes: [NamedChange]) {
            self.stamp = stamp
            self.type = type
            self.sequence = sequence
            self.changes = changes
        }
    }

    /// A change of one estimate.
    public struct NamedChange: Equatable, Sendable {
        public var name: EstimateName
        public var change: FigureChange

        public init(name: EstimateName, change: FigureChange) {
            self.name = name
            self.change = change
        }
    }
}

extension PlanDiff: MethodParams {
    public static let method = ControlMethod.planDiff
    public static let summary = "Returns the changes of figures between two states, and each event's share of them"

    public static let table = ObjectTable(
        "params", "Two states of a plan, and the estimates to compare",
        from: PlanDiff(mission: ID(""), from: .newest), rules: [order], nullIsAbsent: true, isClosed: true,
        fields: [
            .required("mission", \.mission, .mission, "The mission"),
            .required("from", \.from, .moment, "The first state: a revision or a time"),
            .optional(
                "to", \.to, .moment, unless: { $0 == .newest }, "The last state, likewise; by default the newest"),
            .fallback(
                "names", \.names, .estimateNames, [.summary],
                "The estimates to compare; a summary has its range only if `range` is among them"),
        ])

    private static let order = Rule<PlanDiff>(
        "`to` is a revision if `from` is one, and not before it",
        conditions: [Form<Int>.revision.shape, .time].map { shape in
            .having("from", shape, [FieldDescription("to", shape, .optional, "")])
        }
    ) {
        diff throws(MemberFault) in
        switch (diff.from, diff.to) {
        case (.revision(let first), .revision(let last)) where last < first:
            throw MemberFault("to", expected: "a revision from \(first), that of from", found: "a smaller one")
        case (.time(let first), .time(let last)) where last < first:
            throw MemberFault("to", expected: "a time not before that of from", found: "an earlier one")
        case (.revision, .time):
            throw MemberFault("to", expected: "a revision as in from", found: "a time")
        case (.time, .revision):
            throw MemberFault("to", expected: "a time as in from", found: "a revision")
        case (.revision, .revision), (.time, .time), (_, .newest), (.newest, _): return
        }
    }

    public static let answer = Form<Answer>.object(
        ObjectTable(
            "result", "The changes between two states", from: Answer(estimates: [], events: []),
            fields: [
                .required(
                    "estimates", \.estimates, .byEstimate(Difference.table, \.name),
                    "Each estimate of the request, by name"),
                .required(
                    "events", \.events, .entries(of: .object(Share.table)),
                    "In the order of the journal; the changes of a number add up to that of the whole"),
            ]))
}

extension PlanDiff.Difference {
    static let table = ObjectTable(
        "changes", "The changes of one estimate", from: Self(name: .summary, changes: []),
        fields: [
            .required("changes", \.changes, .entries(of: .object(FigureChange.table)), "The places that differ")
        ])
}

extension PlanDiff.Share {
    static let table = ObjectTable(
        "share", "An event and the changes that it made",
        from: Self(stamp: Stamp(time: Instant(seconds: 0), id: "", source: ""), type: "", sequence: 0, changes: []),
        fields: [
            .required("source", \.stamp.source, .anyText, "The event's source"),
            .required("id", \.stamp.id, .anyText, "The event's id"),
            .required("sequence", \.sequence, .revision, "The event's journal sequence"),
            .required("type", \.type, .anyText, "The event's type"),
            .required("time", \.stamp.time, .time, "The event's time"),
            .required(
                "changes", \.changes, .entries(of: .object(PlanDiff.NamedChange.table)),
                "The places that differ from the state before the event"),
        ])
}

extension PlanDiff.NamedChange {
    static let table = ObjectTable(
        "namedChange", "A place in which an estimate differs",
        from: Self(name: .summary, change: .empty),
        fields: [.required("name", \.name, .estimateName, "The estimate")]
            + FigureChange.fields.map { .part(\.change, $0) })
}
