import CadreContract
import CadreJournal
import CadrePlanning
import Logging

/// The states of missions at earlier moments, read from the journal.
struct JournaledPast: Sendable {
    let reader: JournalReader
    let logger: Logger

    /// Returns the state at a moment.
    /// - Throws: An error if there is no such revision, or the journal cannot be read.
    func documents(of mission: ID<Mission>, at moment: PlanMoment) async throws(ControlError) -> CurrentDocuments {
        var documents = CurrentDocuments(mission: mission)
        try await replay(of: mission, through: moment) { documents.join($0.event, sequence: $1) }
        return documents
    }

    /// Passes a mission's events up to a moment to a function, in the order of the journal.
    /// - Parameter member: The member of the request that names the moment.
    func replay(
        of mission: ID<Mission>, through moment: PlanMoment, named member: String = "revision",
        _ apply: (ReceivedEvent, _ sequence: Int) -> Void
    ) async throws(ControlError) {
        try await check(moment, named: member)
        do throws(JournalError) {
            var through: Int?
            if case .revision(let revision) = moment { through = revision }
            for try await entries in reader.replay(through: through, mission: mission.text) {
                for entry in entries {
                    if case .time(let time) = moment, time < entry.time { continue }
                    guard let event = entry.readEvent else { continue }
                    apply(event, entry.sequence)
                }
            }
        } catch {
            throw failure(error)
        }
    }

    /// Checks that a moment exists.
    /// - Throws: An error if there is no such revision.
    func check(_ moment: PlanMoment, named member: String) async throws(ControlError) {
        guard case .revision(let revision) = moment else { return }
        let newest: Int
        do throws(JournalError) {
            newest = try await reader.newest()
        } catch {
            throw failure(error)
        }
        guard revision <= newest else {
            throw .invalidParam(
                member, reason: "revision \(revision) does not exist", expected: "a revision from 1 to \(newest)")
        }
    }

    /// Returns the event with a source and id, or `nil` if the journal lacks it.
    func entry(_ stamp: Stamp) async throws(ControlError) -> JournalEntry? {
        do throws(JournalError) {
            return try await reader.entry(source: stamp.source, id: stamp.id)
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ error: JournalError) -> ControlError {
        logger.error("reading the journal failed", metadata: ["error": "\(error)"])
        return ControlError(.internalError, reason: "the journal cannot be read", expected: "retry later")
    }
}
