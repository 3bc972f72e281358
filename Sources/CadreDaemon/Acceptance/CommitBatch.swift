import CadreContract
import CadreJournal
import CadrePlanning

/// A group of submissions on its way into the journal, with their events in order.
struct CommitBatch: Sendable {
    /// A submission of the group. Its events hold the bytes of its messages.
    struct Part: Sendable {
        var submission: Submission
        /// The indices of its events.
        var events: Range<Int>
        /// The number of events per mission of other shards, which are not among the events.
        var dropped: [ID<Mission>: Int]
    }

    private(set) var parts: [Part] = []
    /// The events of all submissions: one value per event, whose stage advances.
    var events: [PendingEvent] = []

    /// Reads a group of submissions.
    init(_ group: [Submission], by reader: SubmissionReader) {
        parts.reserveCapacity(group.count)
        events.reserveCapacity(group.reduce(0) { $0 + $1.messages.count })
        for submission in group {
            let first = events.count
            let dropped = reader.read(submission, into: &events)
            var part = Part(submission: submission, events: first..<events.count, dropped: dropped)
            part.submission.messages = []
            parts.append(part)
        }
    }

    /// The number of events of other shards' missions.
    var droppedCount: Int { parts.reduce(0) { $0 + $1.dropped.values.reduce(0, +) } }

    /// Whether there are submissions without a reply, which `refuse(_:)` does not answer.
    var remainsAfterRefusal: Bool { parts.contains { $0.submission.reply == nil } }

    /// Whether an append would write anything.
    var isJournaled: Bool { events.contains(where: \.isJournaled) }

    /// Evaluates the events by everything that is known without the journal: time, limits and precedence.
    mutating func evaluate(by acceptance: inout MissionAcceptance) {
        for index in events.indices {
            let now = events[index].received
            switch events[index].reading {
            case .rejected: break
            case .head(let head):
                if let rejection = MissionAcceptance.rejection(of: head, at: now) {
                    events[index].reading = .rejected(rejection)
                }
            case .event(let received):
                let verdict = acceptance.evaluate(received, at: now)
                switch verdict.decision(on: received) {
                case .accept: acceptance.recordTentatively(received.event)
                case .skip: break
                case .reject(let rejection):
                    if verdict == .inFuture { events[index].reading = .rejected(rejection) }
                }
                events[index].stage = .evaluated(verdict)
            }
        }
    }

    /// Takes the acceptance to the state of the journal, once the batch is durable. Events that the journal did not
    /// accept were recorded with their own stamps, and later events of the batch were evaluated with those.
    mutating func reconcile(with acceptance: inout MissionAcceptance) {
        let isAllAccepted = events.allSatisfy { event in
            switch event.outcome {
            case .duplicate: false
            case .rejected: if case .event = event.reading { false } else { true }
            case .accepted, .superseded, .head, nil: true
            }
        }
        guard !isAllAccepted else { return acceptance.confirm() }
        acceptance.rollBack()
        for index in events.indices {
            guard case .event(let received) = events[index].reading else { continue }
            switch events[index].outcome {
            case .accepted(let sequence), .superseded(let sequence):
                let isSuperseded = acceptance.evaluate(received) == .superseded
                acceptance.record(received.event)
                events[index].stage = .committed(
                    isSuperseded ? .superseded(sequence: sequence) : .accepted(sequence: sequence))
            case .duplicate, .rejected, .head, nil: break
            }
        }
    }

    // MARK: Answers

    /// Answers the submissions with an event of another shard's mission, and removes them: a submission with a reply is
    /// not accepted in part.
    mutating func refuseForeignMissions() {
        removeParts { part in
            guard !part.dropped.isEmpty, part.submission.channel == .control, let reply = part.submission.reply else {
                return false
            }
            let names = part.dropped.keys.sorted().prefix(3).map(\.text).joined(separator: ", ")
            reply(
                .failure(
                    ControlError(
                        .unknownMission, reason: "this node does not plan \(names); nothing was accepted",
                        member: "params.events", expected: "events of this node's missions")))
            return true
        }
    }

    /// Answers the submissions with a reply that nothing was accepted, and removes them. The others remain.
    mutating func refuse(_ error: ControlError) {
        removeParts { part in
            guard let reply = part.submission.reply else { return false }
            reply(.failure(error))
            return true
        }
    }

    /// Returns the answer to a submission of the committed group.
    func outcomes(of part: Part) -> [EventSubmit.Outcome] {
        events[part.events].compactMap { $0.outcome.map(EventSubmit.Outcome.init) }
    }

    private mutating func removeParts(_ isRemoved: (Part) -> Bool) {
        let kept = parts.filter { !isRemoved($0) }
        guard kept.count < parts.count else { return }
        let all = events
        (parts, events) = ([], [])
        for var part in kept {
            let first = events.count
            events += all[part.events]
            part.events = first..<events.count
            parts.append(part)
        }
    }
}

extension EventSubmit.Outcome {
    fileprivate init(_ outcome: PendingEvent.Outcome) {
        self =
            switch outcome {
            case .accepted(let sequence): .accepted(sequence: sequence)
            case .superseded(let sequence): .superseded(sequence: sequence)
            case .duplicate(let sequence): .duplicate(sequence: sequence)
            case .rejected(let rejection, number: _): .rejected(rejection.reason, detail: rejection.detail)
            // A head has no position in the journal.
            case .head: .accepted(sequence: 0)
            }
    }
}
