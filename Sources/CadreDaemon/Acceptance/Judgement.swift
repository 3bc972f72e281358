import CadreContract
import CadreJournal
import CadrePlanning

/// A group of submissions on its way into the journal: what is to be written, and where each event's outcome is told.
struct Judgement {
    /// What is known of one event before the journal has spoken.
    enum Place {
        /// Among the arrivals.
        case arrival(Int)
        case rejected(CadreContract.Rejection)
        case head
    }

    var arrivals: [Arrival] = []
    var rejections: [RejectedPayload] = []
    /// By submission, in order, by event.
    var places: [[Place]] = []
    /// What takes the register back to where it was.
    var notes: [EntityRegister.Undo] = []

    /// Judges what the entities that are known say: limits and order.
    init(_ group: [ReadSubmission], noting register: inout EntityRegister) {
        for read in group {
            var places: [Place] = []
            places.reserveCapacity(read.events.count)
            for event in read.events {
                places.append(place(event, of: read.submission, noting: &register))
            }
            self.places.append(places)
        }
    }

    private mutating func place(
        _ event: ReadEvent, of submission: Submission, noting register: inout EntityRegister
    ) -> Place {
        switch event.reading {
        case .head: return .head
        case .rejected(let rejection):
            rejections.append(
                RejectedPayload(
                    reason: rejection.reason.rawValue, detail: rejection.detail, topic: event.topic,
                    mission: rejection.mission?.text, source: rejection.source, id: rejection.id,
                    received: submission.received, bytes: rejection.bytes))
            return .rejected(rejection)
        case .event(let received):
            let verdict = register.judge(received.event)
            var overLimit: String?
            if case .refused(let limit) = verdict {
                overLimit = limit.rejection(of: received).detail
            } else {
                notes.append(register.note(received.event))
            }
            arrivals.append(
                Arrival(
                    event: received, topic: event.topic ?? Topic.of(received.event), name: event.name,
                    received: submission.received, isSuperseded: verdict == .superseded, overLimit: overLimit))
            return .arrival(arrivals.count - 1)
        }
    }

    /// Takes the register to what the journal did. Arrivals that it did not accept were noted by their own stamps,
    /// which stand nowhere; and what came after them in the group was judged by those.
    /// - Returns: Whether each accepted arrival was superseded when it came.
    func settle(_ outcomes: [AppendOutcome], in register: inout EntityRegister) -> [Bool] {
        let allAccepted = outcomes.allSatisfy { if case .accepted = $0 { true } else { false } }
        guard !allAccepted else { return arrivals.map(\.isSuperseded) }
        register.undo(notes)
        return zip(arrivals, outcomes).map { arrival, outcome in
            guard case .accepted = outcome else { return false }
            let isSuperseded = register.judge(arrival.event.event) == .superseded
            register.note(arrival.event.event)
            return isSuperseded
        }
    }
}
