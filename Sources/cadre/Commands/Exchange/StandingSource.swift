import CadreClient
import CadreContract
import CadreExchange
import CadreJSON
import CadrePlanning

/// Reads the current entities of a mission from a daemon or from event files.
enum StandingSource {
    /// Requests the current entities of a mission from a daemon.
    /// - Parameter isGiven: Whether an option names the mission; then one that the daemon does not have is new.
    static func plan(
        _ client: ControlClient, mission: String, isGiven: Bool, for kind: SheetKind
    ) async throws -> StandingEntities {
        var plan = StandingEntities(mission: ID(mission))
        for kind in StandingEntities.kinds(for: kind) {
            do throws(ClientError) {
                let answer = try await client.answer(to: PlanGet(mission: ID(mission), kind: kind))
                for entity in answer.entities { plan.take(entity) }
            } catch {
                if case .refused(let reason) = error, reason.code == .unknownMission, isGiven { return plan }
                throw error
            }
        }
        return plan
    }

    /// Reads the current entities of a mission from event files, validated as a daemon does.
    /// - Parameters:
    ///   - mission: The mission, or `nil` for the only one of the files.
    ///   - mayBeNew: Whether the files may lack the mission, which is then new; otherwise that is an error.
    /// - Returns: The entities, and the number of rejected events; each is named on standard error.
    /// - Throws: `CommandFailure` if the mission is unknown or ambiguous.
    static func plan(
        _ files: [String], mission: String?, mayBeNew: Bool
    ) throws -> (plan: StandingEntities, rejected: Int) {
        var accepted: [ReceivedEvent] = []
        let read = try MissionFiles(files) { accepted.append($0) }
        let known = read.missions.keys.map(\.text)
        if let mission, !mayBeNew, !known.contains(mission) {
            throw CommandFailure(
                "no mission \(mission) in \(files.joined(separator: ", ")); name an existing one", .badData)
        }
        var plan = StandingEntities(mission: try chosen(mission, of: known, files))
        for (index, received) in accepted.enumerated() { plan.take(received, sequence: index + 1) }
        return (plan, read.rejected)
    }

    private static func chosen(_ mission: String?, of known: [String], _ files: [String]) throws -> ID<Mission> {
        if let mission { return ID(mission) }
        guard known.count == 1, let only = known.first else {
            throw CommandFailure(
                "\(files.joined(separator: ", ")): \(known.count) missions; name one by --mission"
                    + (known.isEmpty ? "" : ": " + known.sorted().prefix(20).joined(separator: ", ")), .usage)
        }
        return ID(only)
    }
}
