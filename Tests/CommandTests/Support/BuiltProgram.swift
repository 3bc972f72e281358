import Foundation

/// The `cadre` of this build, in the folder of the running test bundle.
enum BuiltProgram {
    struct Missing: Error, CustomStringConvertible {
        let description = "the folder of the tests lacks cadre; run `swift build` first"
    }

    static var path: String {
        get throws {
            let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
            let folder = bundles.first.map { URL(filePath: $0).deletingLastPathComponent() }
            guard let program = folder?.appending(path: "cadre").path,
                FileManager.default.isExecutableFile(atPath: program)
            else { throw Missing() }
            return program
        }
    }

    /// Runs the program to its end.
    /// - Parameter seconds: The time limit after which it is killed, so that no test hangs; the status is then that of
    ///   the signal.
    static func run(
        _ arguments: [String], input: String? = nil, environment: [String: String] = [:], seconds: Double = 60
    ) async throws -> Ended {
        let child = try Child(path, arguments, input: input, environment: environment)
        return await child.ended(within: seconds)
    }
}

/// The exit status and the output of a process.
struct Ended {
    /// The exit code, or the negative number of the signal that ended it.
    let status: Int32
    let output: String
    let errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// A process that a test started, and that ends with the value.
final class Child: Sendable {
    private let process: Process
    private let folder: URL

    init(
        _ program: String, _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
    ) throws {
        folder = URL.temporaryDirectory.appending(path: "cadre-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        // Without the Cadre settings of the environment in which the tests run.
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("CADRE_") }
        variables["STATE_DIRECTORY"] = nil
        process.environment = variables.merging(environment) { $1 }
        let given = folder.appending(path: "input")
        try Data((input ?? "").utf8).write(to: given)
        process.standardInput = try FileHandle(forReadingFrom: given)
        for (name, target) in [("output", \Process.standardOutput), ("errors", \Process.standardError)] {
            let file = folder.appending(path: name)
            try Data().write(to: file)
            process[keyPath: target] = try FileHandle(forWritingTo: file)
        }
        try process.run()
        self.process = process
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(at: folder)
    }

    var output: String { text("output") }
    var errors: String { text("errors") }
    var isRunning: Bool { process.isRunning }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for the end of the process, and kills it after the time limit.
    func ended(within seconds: Double) async -> Ended {
        if await !isTrue(within: seconds, { !process.isRunning }) { send(SIGKILL) }
        process.waitUntilExit()
        let bySignal = process.terminationReason == .uncaughtSignal
        return Ended(
            status: bySignal ? -process.terminationStatus : process.terminationStatus, output: output, errors: errors)
    }

    private func text(_ name: String) -> String {
        (try? String(decoding: Data(contentsOf: folder.appending(path: name)), as: UTF8.self)) ?? ""
    }
}

/// Evaluates a condition on another process repeatedly until it holds or the time limit is reached.
/// - Returns: Whether the condition held.
func isTrue(within seconds: Double, _ condition: () async throws -> Bool) async rethrows -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
        if try await condition() { return true }
        if ContinuousClock.now > deadline { return false }
        try? await Task.sleep(for: .milliseconds(10))
    }
}
