import CadreContract
import CadreJournal
import CadrePlanning

/// The effects of a committed batch on others.
struct CommitResult {
    /// A rejected event or message.
    struct Rejected {
        var rejection: Rejection
        /// The topic as received, or `nil` for a control request.
        var topic: String?
        /// The number in the journal's list of rejections.
        var number: Int
    }
    /// An event of intake that was superseded when it arrived.
    struct Superseded {
        var event: Event
        var topic: String?
        var sequence: Int
    }
    /// Events that are counted together.
    struct Kind: Hashable {
        var type: String
        var outcome: NodeMeters.EventOutcome
    }

    /// The accepted events by mission, in the order of the journal.
    private(set) var accepted: [ID<Mission>: [JoiningEvent]] = [:]
    private(set) var rejected: [Rejected] = []
    /// The superseded events without an answer. Source: CONTRACT § 2.
    private(set) var superseded: [Superseded] = []
    /// The sequence numbers of sources, in the order of reading.
    private(set) var received: [ReceivedSequence] = []
    private(set) var counts: [Kind: Int] = [:]
    private(set) var reasons: [RejectionReason: Int] = [:]
    /// The newest sequence, or `nil` if no event was accepted.
    private(set) var newest: Int?

    init(_ batch: CommitBatch) {
        for part in batch.parts {
            for event in batch.events[part.events] { record(event, of: part.submission) }
        }
    }

    private mutating func record(_ pending: PendingEvent, of submission: Submission) {
        guard let outcome = pending.outcome else { return }
        switch pending.reading {
        case .head(let head): record(head)
        case .rejected(let rejection): record(rejection)
        case .event(let event): record(event, outcome)
        }
        switch (outcome, pending.reading) {
        case (.accepted(let sequence), .event(let event)):
            join(event.event, sequence, of: submission)
        case (.superseded(let sequence), .event(let event)):
            join(event.event, sequence, of: submission)
            guard submission.channel == .intake else { return }
            superseded.append(Superseded(event: event.event, topic: pending.topic, sequence: sequence))
        case (.rejected(let rejection, let number), _):
            reasons[rejection.reason, default: 0] += 1
            rejected.append(
                Rejected(
                    rejection: rejection, topic: pending.hasTopicFrame ? pending.topic : nil, number: number))
        case (.accepted, _), (.superseded, _), (.duplicate, _), (.head, _): break
        }
    }

    private mutating func record(_ head: SourceHead) {
        counts[Kind(type: EventType.sourceHead.rawValue, outcome: .head), default: 0] += 1
        received.append(ReceivedSequence(head))
    }

    private mutating func record(_ rejection: Rejection) {
        let type = rejection.type?.rawValue ?? NodeMeters.unknownType
        counts[Kind(type: type, outcome: .rejected), default: 0] += 1
        // An unauthorised sender does not use up the numbers of a source. Source: CONTRACT § 7.
        guard rejection.reason != .notAuthorised, let source = rejection.source, let number = rejection.sourceSequence
        else { return }
        received.append(ReceivedSequence(source, rejection.epoch, number))
    }

    private mutating func record(_ event: ReceivedEvent, _ outcome: PendingEvent.Outcome) {
        counts[Kind(type: event.type, outcome: NodeMeters.EventOutcome(outcome)), default: 0] += 1
        guard let number = event.sourceSequence else { return }
        let sequence: Int? =
            switch outcome {
            case .accepted(let sequence), .superseded(let sequence): sequence
            case .duplicate, .rejected, .head: nil
            }
        received.append(
            ReceivedSequence(event.event.stamp.source, event.epoch, number, sequence: sequence))
    }

    private mutating func join(_ event: Event, _ sequence: Int, of submission: Submission) {
        newest = sequence
        accepted[event.mission, default: []]
            .append(JoiningEvent(event: event, sequence: sequence, arrived: submission.arrived))
    }
}

extension NodeMeters.EventOutcome {
    fileprivate init(_ outcome: PendingEvent.Outcome) {
        self =
            switch outcome {
            case .accepted: .accepted
            case .superseded: .superseded
            case .duplicate: .duplicate
            case .rejected: .rejected
            case .head: .head
            }
    }
}
