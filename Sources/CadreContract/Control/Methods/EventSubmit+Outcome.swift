extension EventSubmit {
    public enum Outcome: Equatable, Sendable {
        /// The event is on disk, with this sequence in the journal.
        case accepted(sequence: Int)
        /// The event was already in the journal, with this sequence.
        case duplicate(sequence: Int)
        /// The event is on disk, but a later event of the entity is current. Source: MODEL § 2.
        case superseded(sequence: Int)
        case rejected(RejectionReason, detail: String)

        /// The outcome's word in the answer.
        public var status: Status {
            switch self {
            case .accepted: .accepted
            case .duplicate: .duplicate
            case .superseded: .superseded
            case .rejected: .rejected
            }
        }
    }

    public enum Status: String, CaseIterable, Sendable {
        case accepted, duplicate, superseded, rejected
    }
}

extension Form where Value == EventSubmit.Outcome {
    /// The outcome with the members that its `status` has.
    static let outcome = Form<OutcomeMembers>.object(OutcomeMembers.table).converted {
        $0.outcome
    } _: {
        OutcomeMembers($0)
    }
}

/// The members of an outcome.
private struct OutcomeMembers: Sendable {
    var outcome: EventSubmit.Outcome

    init(_ outcome: EventSubmit.Outcome) {
        self.outcome = outcome
    }

    static let table = ObjectTable(
        "outcome", "The outcome of one event", from: OutcomeMembers(.accepted(sequence: 0)),
        fields: [
            .variants(
                "status", \.outcome,
                [
                    .sequenced(.accepted) { .accepted(sequence: $0) },
                    .sequenced(.duplicate) { .duplicate(sequence: $0) },
                    .sequenced(.superseded) { .superseded(sequence: $0) },
                    Variant(EventSubmit.Status.rejected.rawValue, RefusalMembers.table) {
                        .rejected($0.reason, detail: $0.detail)
                    } unwrap: { outcome in
                        guard case .rejected(let reason, let detail) = outcome else { return nil }
                        return RefusalMembers(reason: reason, detail: detail)
                    },
                ], "The outcome")
        ])
}

/// The members of an outcome that has a place in the journal.
private struct SequenceMembers: Sendable {
    var sequence = 0

    static let table = ObjectTable(
        "sequenced", "An event in the journal", from: SequenceMembers(),
        fields: [.required("sequence", \.sequence, .natural, "The event's journal sequence")])
}

/// The members of a rejection.
private struct RefusalMembers: Sendable {
    var reason = RejectionReason.schema
    var detail = ""

    static let table = ObjectTable(
        "refusal", "A rejected event", from: RefusalMembers(),
        fields: [
            .required("reason", \.reason, .word, "The reason"),
            .required("detail", \.detail, .anyText, "The member and the expected value"),
        ])
}

extension Variant<EventSubmit.Outcome> {
    fileprivate static func sequenced(
        _ status: EventSubmit.Status, _ outcome: @escaping @Sendable (Int) -> EventSubmit.Outcome
    ) -> Variant {
        Variant(status.rawValue, SequenceMembers.table) {
            outcome($0.sequence)
        } unwrap: { value in
            guard value.status == status else { return nil }
            switch value {
            case .accepted(let sequence), .duplicate(let sequence), .superseded(let sequence):
                return SequenceMembers(sequence: sequence)
            case .rejected: return nil
            }
        }
    }
}
