import ArgumentParser
import CadreClient
import CadreContract
import CadreReports
import CadreRuntime
import Glibc

struct DemoCommand: AsyncParsableCommand, SignalHandling {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Play NATO's training mission of 2004 on a separate daemon, as `make run` does.",
        discussion: """
            Starts a daemon on a fresh data folder and free ports of this machine, submits the mission event by event, \
            and shows each change of its estimates. On a terminal the daemon runs until Ctrl-C and accepts other \
            clients. Without a terminal the demonstration plays at full speed and ends.
            """)

    @Option(help: ArgumentHelp("The events per second, 0 to 10000; 0 for full speed.", valueName: "events"))
    var pace: Double?

    @Option(name: .long, help: ArgumentHelp("An event file (NDJSON) of another mission.", valueName: "file"))
    var missionFile: String?

    private static let example = "Examples/ntm-i-2004/events.ndjson"
    /// Two events per second: 140 events take a little over a minute.
    private static let paceOnTerminal = 2.0

    func validate() throws {
        if let pace {
            guard pace >= 0, pace <= 10_000 else { throw ValidationError("--pace takes 0 to 10000.") }
        }
    }

    func run() async throws {
        let onTerminal = Console.outputIsTerminal
        try await CommandFailure.reported {
            let interruption = try Interruption()
            let demonstration = try Demonstration(
                file: try missionFile ?? Self.exampleFile(), pace: pace ?? (onTerminal ? Self.paceOnTerminal : 0),
                isDrawn: onTerminal)
            guard let daemon = try await unlessInterrupted(interruption, { try await ChildDaemon.started() }) else {
                return
            }
            do {
                try await show(demonstration, daemon, interruption, onTerminal)
                await daemon.stop()
            } catch {
                await daemon.stop()
                throw error
            }
        }
    }

    /// Plays the mission, prints how to connect, and keeps the daemon running on a terminal.
    private func show(
        _ demonstration: Demonstration, _ daemon: ChildDaemon, _ interruption: Interruption, _ onTerminal: Bool
    ) async throws {
        Console.complain("a separate daemon at \(daemon.ports.control), its data in \(daemon.folder)")
        let story = try await unlessInterrupted(interruption) { try await demonstration.play(daemon.ports) }
        guard let story else { return }
        for line in story { try Console.print(line) }
        try Console.print("")
        let connecting = Connecting(mission: demonstration.mission, ports: daemon.ports, stays: onTerminal)
        for line in connecting.lines { try Console.print(line) }
        if onTerminal { await interruption.first() }
    }

    private func unlessInterrupted<Value: Sendable>(
        _ interruption: Interruption, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value? {
        do {
            if let value = try await interruption.interrupting(work) { return value }
        } catch is CancellationError {}
        Console.complain("ended before the last event")
        return nil
    }

    /// Returns the path of the example: below the current folder, near the executable (`.build/release/cadre`), or in
    /// the folder of `make install`.
    private static func exampleFile() throws -> String {
        var folders = ["."]
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &path, path.count)
        if length > 0 {
            let executable = String(decoding: path.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            var parts = executable.split(separator: "/").dropLast()
            while !parts.isEmpty {
                let folder = "/" + parts.joined(separator: "/")
                folders += [folder, folder + "/share/doc/cadre"]
                parts = parts.dropLast()
            }
        }
        for folder in folders where access("\(folder)/\(example)", R_OK) == 0 { return "\(folder)/\(example)" }
        throw CommandFailure("\(example) not found; name a mission by --mission-file", .noInput)
    }
}
