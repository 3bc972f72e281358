import CadreContract
import CadreJSON
import CadreJournal
import CadrePlanning

/// What a committed group means to others.
struct CommitNews {
    struct Rejected {
        var rejection: CadreContract.Rejection
        /// As it came; `nil` where it came by control.
        var topic: String?
        /// Its place in the journal's list.
        var number: Int
    }
    /// An event of intake that was superseded when it came.
    struct Superseded {
        var event: Event
        var topic: String?
        var sequence: Int
    }
    struct Kind: Hashable {
        var type: String
        var outcome: NodeMeters.EventOutcome
    }

    /// By mission, in the order of the journal.
    private(set) var accepted: [ID<Mission>: [JoiningEvent]] = [:]
    private(set) var rejected: [Rejected] = []
    /// Those that nobody is answered about. Source: CONTRACT § 2.
    private(set) var superseded: [Superseded] = []
    /// Numbers that sources gave, in the order of reading.
    private(set) var heard: [HeardNumber] = []
    private(set) var counts: [Kind: Int] = [:]
    private(set) var reasons: [RejectionReason: Int] = [:]
    /// Newest sequence.
    private(set) var newest: Int?
    /// The journal numbers rejections in its own order: first those judged before it, then those it judged itself.
    private var lastBefore: Int
    private var lastByJournal: Int

    /// - Parameters:
    ///   - lastRejection: The newest number before this group.
    ///   - judgedBefore: Rejections of the group that were judged before the journal.
    init(lastRejection: Int, judgedBefore: Int) {
        lastBefore = lastRejection
        lastByJournal = lastRejection + judgedBefore
    }

    mutating func note(head event: ReadEvent) -> EventSubmit.Outcome {
        counts[Kind(type: EventType.sourceHead.rawValue, outcome: .head), default: 0] += 1
        if case .head(let head) = event.reading {
            heard.append(
                HeardNumber(
                    stream: LossTracker.Stream(source: head.source, epoch: head.epoch), number: head.sequence,
                    isHead: true))
        }
        // A head is not journaled: it has no place there.
        return .accepted(sequence: 0)
    }

    mutating func note(_ rejection: CadreContract.Rejection, of event: ReadEvent) -> EventSubmit.Outcome {
        counts[Kind(type: rejection.eventType, outcome: .rejected), default: 0] += 1
        // Whoever may not speak as a source does not use up its numbers. Source: CONTRACT § 7.
        if rejection.reason != .notAuthorised, let source = rejection.source, let number = rejection.sourceSequence {
            hear(source, rejection.epoch, number)
        }
        lastBefore += 1
        return refuse(rejection, event, number: lastBefore)
    }

    mutating func note(
        _ arrival: Arrival, _ outcome: AppendOutcome, isSuperseded: Bool, of event: ReadEvent,
        in submission: Submission
    ) -> EventSubmit.Outcome {
        let received = arrival.event
        if let number = received.sourceSequence { hear(received.event.stamp.source, received.epoch, number) }
        func count(_ outcome: NodeMeters.EventOutcome) {
            counts[Kind(type: received.type, outcome: outcome), default: 0] += 1
        }
        switch outcome {
        case .accepted(let sequence):
            newest = sequence
            accepted[received.event.mission, default: []]
                .append(JoiningEvent(event: received.event, sequence: sequence, arrived: submission.arrived))
            count(isSuperseded ? .superseded : .accepted)
            if isSuperseded, submission.road == .intake {
                superseded.append(Superseded(event: received.event, topic: event.topic, sequence: sequence))
            }
            return isSuperseded ? .superseded(sequence: sequence) : .accepted(sequence: sequence)
        case .duplicate(let sequence):
            count(.duplicate)
            return .duplicate(sequence: sequence)
        case .conflict(_, let detail):
            count(.rejected)
            lastByJournal += 1
            return refuse(Rejection(.conflict, of: received, detail: detail), event, number: lastByJournal)
        case .overLimit(let detail):
            count(.rejected)
            lastByJournal += 1
            return refuse(Rejection(.limit, of: received, detail: detail), event, number: lastByJournal)
        }
    }

    private mutating func hear(_ source: String, _ epoch: String, _ number: UInt64) {
        heard.append(
            HeardNumber(stream: LossTracker.Stream(source: source, epoch: epoch), number: number, isHead: false))
    }

    private mutating func refuse(
        _ rejection: CadreContract.Rejection, _ event: ReadEvent, number: Int
    ) -> EventSubmit.Outcome {
        reasons[rejection.reason, default: 0] += 1
        rejected.append(
            Rejected(rejection: rejection, topic: event.hasTopicFrame ? event.topic : nil, number: number))
        return .rejected(rejection.reason, detail: rejection.detail)
    }
}

extension CadreContract.Rejection {
    /// The type of the event, or "unknown" if it was rejected before its type was read.
    fileprivate var eventType: String {
        guard reason > .unknownType, let event = try? JSONValue(parsing: bytes), let type = event["type"]?.text else {
            return NodeMeters.unknownType
        }
        return EventType(rawValue: type)?.rawValue ?? NodeMeters.unknownType
    }
}
