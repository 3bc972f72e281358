import CadreContract
import CadreJournal
import CadrePlanning
import Logging

/// Plans of the past, recomputed from the journal. Source: CONTRACT § 6, `estimate.get`.
actor PastPlans {
    enum Moment: Hashable, Sendable {
        /// The journal up to this sequence.
        case revision(Int)
        /// The events with a `time` up to this one.
        case time(Instant)
    }

    private struct Asked: Hashable {
        var mission: ID<Mission>
        var moment: Moment
        var isDeep: Bool
        /// Of the mission when it was asked: late events may still change what holds at a time.
        var newest: Int
    }

    private let reader: JournalReader
    private let surroundings: MissionSurroundings
    /// The plan asked for last: whoever asks for one estimate of a revision asks for the others too.
    private var last: (asked: Asked, plan: ComputedPlan)?
    private var waiting = 0

    init(reader: JournalReader, surroundings: MissionSurroundings) {
        self.reader = reader
        self.surroundings = surroundings
    }

    /// - Parameters:
    ///   - isDeep: Whether samples and advice are asked for too: they take many plans.
    ///   - newest: The mission's newest revision.
    /// - Returns: `nil` where the mission was not defined then.
    func plan(
        of mission: ID<Mission>, at moment: Moment, isDeep: Bool, newest: Int
    ) async throws(ControlError) -> ComputedPlan? {
        let asked = Asked(mission: mission, moment: moment, isDeep: isDeep, newest: newest)
        if let last, last.asked == asked { return last.plan }
        guard waiting < DaemonLimits.pastPlansWaiting else {
            throw ControlError(.busy, reason: "\(waiting) older plans are being computed", expected: "another try soon")
        }
        waiting += 1
        defer { waiting -= 1 }
        let documents = try await documents(of: mission, at: moment)
        guard case .planned(var plan) = await surroundings.plan(documents) else { return nil }
        if isDeep, let depth = await surroundings.deepen(documents, Cancellation()) { plan.take(depth) }
        last = (asked, plan)
        return plan
    }

    private func documents(of mission: ID<Mission>, at moment: Moment) async throws(ControlError) -> StandingDocuments {
        var documents = StandingDocuments(mission: mission)
        do {
            var through: Int?
            if case .revision(let revision) = moment {
                through = revision
                let newest = try await reader.newest()
                guard revision <= newest else { throw Self.unknown(revision, newest: newest) }
            }
            for try await entries in reader.replay(through: through, mission: mission.text) {
                for entry in entries {
                    if case .time(let time) = moment, time < entry.time { continue }
                    guard let event = entry.readEvent else { continue }
                    documents.join(event.event, sequence: entry.sequence)
                }
            }
        } catch let error as ControlError {
            throw error
        } catch {
            surroundings.logger.error("the journal cannot be read", metadata: ["error": "\(error)"])
            throw ControlError(.internalError, reason: "the journal cannot be read", expected: "another try later")
        }
        return documents
    }

    private static func unknown(_ revision: Int, newest: Int) -> ControlError {
        .invalidParam(
            "revision", reason: "there is no revision \(revision)", expected: "a revision from 1 to \(newest)")
    }
}

extension JournalEntry {
    /// The event that was journaled; `nil` where the bytes are none, which is damage.
    var readEvent: ReceivedEvent? {
        guard
            case .event(let event) = EventReader(limits: ContractLimits(messageBytesMax: .max)).read(payload: bytes)
                .first
        else { return nil }
        return event
    }
}
