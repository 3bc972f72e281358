import CadreContract
import CadrePlanning

/// Events tried on a copy of a mission's state, judged as if they were submitted. Source: CONTRACT § 6, `plan.whatif`.
struct Trial: Sendable {
    /// The state with the events that could be tried.
    private(set) var documents: CurrentDocuments
    private(set) var rejected: [PlanWhatIf.Rejected] = []
    /// Whether anything may have changed.
    private(set) var isChanged = false
    /// What was tried before, by source, then id: compared by their bytes, as the journal does.
    private var tried: [[UInt8]: [[UInt8]: [UInt8]]] = [:]
    private let journal: JournaledPast
    private let limits: EntityLimits

    /// - Parameters:
    ///   - documents: The state to try them on.
    ///   - journal: Knows which sources and ids are taken.
    ///   - limits: The limits in force.
    init(on documents: CurrentDocuments, journal: JournaledPast, limits: EntityLimits) {
        self.documents = documents
        self.journal = journal
        self.limits = limits
    }

    /// Tries one event; the revision stays that of the state.
    /// - Parameter index: Its place in the request.
    mutating func take(_ reading: Reading, at index: Int) async throws(ControlError) {
        let received: ReceivedEvent
        switch reading {
        // How far a source has got says nothing of a plan.
        case .head: return
        case .rejected(let rejection):
            rejected.append(PlanWhatIf.Rejected(index: index, rejection: rejection))
            return
        case .event(let event): received = event
        }
        let stamp = received.event.stamp
        guard received.event.mission == documents.mission else {
            let expected = "events of mission \(documents.mission)"
            return refuse(received, .topicMismatch, at: index, expected, "mission: expected \(expected), found another")
        }
        let source = Array(stamp.source.utf8)
        let id = Array(stamp.id.utf8)
        var known = tried[source]?[id]
        if known == nil { known = try await journal.entry(stamp)?.bytes }
        if let known {
            guard EventReader.haveSameData(known, received.bytes) else {
                return refuse(
                    received, .conflict, at: index, "the same data, or another id",
                    "data: differs from the event that has this source and id already; give a new id")
            }
            return
        }
        if let limit = limit(exceededBy: received.event) {
            rejected.append(PlanWhatIf.Rejected(index: index, rejection: limit.rejection(of: received)))
            return
        }
        tried[source, default: [:]][id] = received.bytes
        documents.join(received.event, sequence: documents.revision)
        isChanged = true
    }

    private func limit(exceededBy event: Event) -> ExceededLimit? {
        let current = documents.current[event.document.key]?.stamp
        if let current, !(current < event.stamp) { return nil }  // superseded: the mission stays as it is
        let size = MissionSize(of: documents)
        return limits.exceeded(from: size, to: size.applying(event.document, isNew: current == nil))
    }

    private mutating func refuse(
        _ received: ReceivedEvent, _ reason: RejectionReason, at index: Int, _ expected: String, _ detail: String
    ) {
        let rejection = Rejection(reason, of: received, expected: expected, detail: detail)
        rejected.append(PlanWhatIf.Rejected(index: index, rejection: rejection))
    }
}
