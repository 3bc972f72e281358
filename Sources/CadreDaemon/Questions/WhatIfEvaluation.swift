import CadreContract
import CadreJournal
import CadrePlanning

/// Applies events to a copy of a mission's state, with the acceptance of submitted events. Source: CONTRACT § 6,
/// `plan.whatif`.
struct WhatIfEvaluation: Sendable {
    /// The state with the events that were accepted.
    private(set) var documents: CurrentDocuments
    private(set) var rejected: [PlanWhatIf.Rejected] = []
    /// Whether any event was accepted.
    private(set) var isChanged = false
    private var acceptance: MissionAcceptance
    /// The number of accepted events.
    private var count = 0
    private let journal: JournaledPast
    private let now: Instant

    /// Creates an evaluation without events.
    /// - Parameters:
    ///   - documents: The state to start from.
    ///   - journal: The journal, which knows the identities of all accepted events.
    ///   - limits: The limits in force.
    ///   - now: The clock.
    init(on documents: CurrentDocuments, journal: JournaledPast, limits: EntityLimits, at now: Instant) {
        self.documents = documents
        self.journal = journal
        self.now = now
        acceptance = MissionAcceptance(limits: limits, missions: [documents])
    }

    /// Applies one event; the revision stays that of the state.
    /// - Parameter index: The position in the request.
    mutating func apply(_ reading: Reading, at index: Int) async throws(ControlError) {
        switch reading {
        // Source heads do not affect the plan.
        case .head(let head):
            if let rejection = MissionAcceptance.rejection(of: head, at: now) { reject(rejection, at: index) }
        case .rejected(let rejection): reject(rejection, at: index)
        case .event(let received):
            guard received.event.mission == documents.mission else {
                let expected = "events of mission \(documents.mission)"
                let detail = "mission: expected \(expected), found another"
                return reject(Rejection(.topicMismatch, of: received, expected: expected, detail: detail), at: index)
            }
            switch try await verdict(on: received).decision(on: received) {
            case .reject(let rejection): reject(rejection, at: index)
            case .skip: break
            case .accept:
                count += 1
                acceptance.record(received, sequence: documents.revision + count)
                documents.join(received.event, sequence: documents.revision)
                isChanged = true
            }
        }
    }

    private func verdict(on received: ReceivedEvent) async throws(ControlError) -> MissionAcceptance.Verdict {
        let verdict = acceptance.evaluate(received, at: now)
        switch verdict {
        case .inFuture, .duplicate, .conflict: return verdict
        case .superseded, .overLimit, .new:
            guard let entry = try await journal.entry(received.event.stamp) else { return verdict }
            return MissionAcceptance.Verdict(
                of: received, repeating: AcceptedEvent(sequence: entry.sequence, bytes: entry.bytes))
        }
    }

    private mutating func reject(_ rejection: Rejection, at index: Int) {
        rejected.append(PlanWhatIf.Rejected(index: index, rejection: rejection))
    }
}
