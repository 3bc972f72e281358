import CadreClient
import CadreContract
import CadreExchange
import CadreJSON
import CadrePlanning

/// Where what stands is learnt: from a daemon, or from event files.
enum StandingSource {
    /// What a daemon knows of a mission.
    /// - Parameter isGiven: Whether the mission was named outright: one that the daemon has not is then new.
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

    /// What event files say of a mission, as a daemon would judge them.
    /// - Parameters:
    ///   - mission: `nil`: the only one there is.
    ///   - mayBeNew: Whether a mission that the files do not know is one without documents; else it is a slip.
    /// - Returns: The plan, and how many events were rejected; each is named on standard error.
    /// - Throws: `CommandFailure` where it is not clear which mission is meant.
    static func plan(
        _ files: [String], mission: String?, mayBeNew: Bool
    ) throws -> (plan: StandingEntities, rejected: Int) {
        var accepted: [ReceivedEvent] = []
        let read = try MissionFiles(files) { accepted.append($0) }
        let known = read.missions.keys.map(\.text)
        if let mission, !mayBeNew, !known.contains(mission) {
            throw CommandFailure(
                "no mission \(mission) in \(files.joined(separator: ", ")); name one that is there", .badData)
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
