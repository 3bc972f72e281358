import ArgumentParser
import CadreClient

/// Which daemon a command asks.
struct ControlOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The daemon's control endpoint: tcp://HOST:PORT or ipc:///PATH. Also CADRE_CONTROL.",
            valueName: "endpoint"))
    var control: String?

    @Option(help: ArgumentHelp("How long to wait for the daemon to say that it is there.", valueName: "seconds"))
    var timeout = 5.0

    var endpoint: String { EndpointChoice.first(flag: control, key: "CONTROL", otherwise: DefaultEndpoint.control) }

    func validate() throws {
        try EndpointChoice.check(endpoint)
        guard timeout > 0, timeout <= 3_600 else {
            throw ValidationError("--timeout takes more than 0 and at most 3600 seconds.")
        }
    }

    /// Asks the daemon, and ends the connection in order.
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

/// An endpoint, by flag, environment or default. Source: CONTRACT § 8.
enum EndpointChoice {
    /// - Parameter key: `CADRE_KEY` may hold several, parted by commas, as it does for the daemon: the first counts.
    static func first(flag: String?, key: String, otherwise fallback: String) -> String {
        all(flags: flag.map { [$0] } ?? [], key: key, otherwise: fallback).first ?? fallback
    }

    static func all(flags: [String], key: String, otherwise fallback: String) -> [String] {
        if !flags.isEmpty { return flags }
        let listed = (Console.variable("CADRE_\(key)") ?? "").split(separator: ",").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        return listed.isEmpty ? [fallback] : listed
    }

    static func check(_ endpoint: String) throws {
        if let problem = ClientBus.problem(with: endpoint) { throw ValidationError(problem) }
    }
}
