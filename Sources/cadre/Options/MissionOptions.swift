import CadreContract
import ArgumentParser
import CadreClient

/// The mission of a command.
struct MissionOptions: ParsableArguments {
    @Option(help: "The mission; may be omitted if the daemon has only one.")
    var mission: String?

    /// Returns the named mission, or the only one of the daemon.
    /// - Throws: `CommandFailure` with the missions of the daemon, if it has several.
    func chosen(_ client: ControlClient) async throws -> String {
        if let mission { return mission }
        let missions = try await client.answer(to: NodeStatus()).status.missions.keys.sorted()
        switch missions.count {
        case 1: return missions[0]
        case 0:
            throw CommandFailure("the daemon at \(client.endpoint) has no mission yet; submit one first", .badData)
        default:
            throw CommandFailure(
                "the daemon at \(client.endpoint) has several missions; name one by --mission: "
                    + missions.prefix(20).joined(separator: ", "), .usage)
        }
    }
}
