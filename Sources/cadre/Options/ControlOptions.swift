import ArgumentParser
import CadreClient

/// The daemon that a command queries.
struct ControlOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The daemon's control endpoint: tcp://HOST:PORT or ipc:///PATH. Also CADRE_CONTROL.",
            valueName: "endpoint"))
    var control: String?

    @Option(help: ArgumentHelp("The time within which the daemon must answer, up to 3600.", valueName: "seconds"))
    var timeout = 5.0

    var endpoint: String { EndpointChoice.first(flag: control, key: "CONTROL", otherwise: DefaultEndpoint.control) }

    func validate() throws {
        try EndpointChoice.check(endpoint)
        guard timeout > 0, timeout <= 3_600 else {
            throw ValidationError("--timeout takes more than 0 and at most 3600 seconds.")
        }
    }

    /// Queries the daemon, and closes the connection gracefully.
    func withClient<Result: Sendable>(
        _ work: @Sendable (ControlClient) async throws -> Result
    ) async throws -> Result {
        let bus = try ClientBus()
        let client = try ControlClient(bus, endpoint: endpoint, presence: .seconds(timeout))
        do {
            let result = try await work(client)
            await bus.close()
            return result
        } catch {
            await bus.close()
            throw error
        }
    }
}
