import Foundation
import Testing

/// A real `cadre serve` on free ports or on ipc paths in its folder.
final class RunningDaemon: Sendable {
    let intake: String
    let estimates: String
    let control: String
    let http: String
    let data: String
    private let child: Child

    /// Starts a daemon and waits until it is ready.
    /// - Parameters:
    ///   - endpoints: The endpoints, such as those of a previous daemon that it replaces, or `nil` for free ports.
    ///   - ipc: Whether it listens on paths in its folder instead.
    static func start(
        in folder: TestFolder, like before: RunningDaemon? = nil, ipc: Bool = false, _ flags: [String] = []
    ) async throws -> RunningDaemon {
        func endpoint(_ name: String) -> String { ipc ? "ipc://\(folder.path)/\(name)" : "tcp://127.0.0.1:*" }
        let data = folder.path + "/data"
        let child = try Child(
            BuiltProgram.path,
            [
                "serve", "--data", data, "--node", "test", "--samples", "0", "--intake",
                before?.intake ?? endpoint("intake"), "--estimates", before?.estimates ?? endpoint("estimates"),
                "--control", before?.control ?? endpoint("control"), "--http", "127.0.0.1:0",
            ] + flags)
        let isReady = await isTrue(within: 60) {
            // The HTTP server starts independently, earlier or later.
            let log = child.errors
            return log.contains("msg=ready") && log.contains("http server listening") || !child.isRunning
        }
        try #require(isReady && child.isRunning, "the daemon does not start: \(child.errors)")
        return try RunningDaemon(child, data: data)
    }

    private init(_ child: Child, data: String) throws {
        let log = child.errors
        func found(_ pattern: Regex<(Substring, Substring)>) throws -> String {
            String(try #require(log.firstMatch(of: pattern), "the log names no endpoint: \(log)").output.1)
        }
        self.child = child
        self.data = data
        intake = try found(/intake ((?:tcp|ipc):[^ ,"]+)/)
        estimates = try found(/estimates ((?:tcp|ipc):[^ ,"]+)/)
        control = try found(/control ((?:tcp|ipc):[^ ,"]+)/)
        http = try found(/address=([0-9.:]+)/)
    }

    var log: String { child.errors }

    var isRunning: Bool { child.isRunning }

    func send(_ signal: Int32) { child.send(signal) }

    func ended(within seconds: Double = 30) async -> Ended { await child.ended(within: seconds) }

    // MARK: Commands

    func cadre(_ arguments: [String], input: String? = nil, seconds: Double = 60) async throws -> Ended {
        try await BuiltProgram.run(
            arguments, input: input,
            environment: ["CADRE_CONTROL": control, "CADRE_INTAKE": intake, "CADRE_ESTIMATES": estimates],
            seconds: seconds)
    }

    func submit(_ events: [String], seconds: Double = 60) async throws -> Ended {
        try await cadre(["submit", "-"], input: events.file, seconds: seconds)
    }

    /// Returns an estimate's data.
    func estimate(_ name: String, _ flags: [String] = []) async throws -> [String: Any] {
        let ended = try await cadre(["get", name, "--json"] + flags)
        try #require(ended.status == 0, "\(ended.errors)")
        return try JSON.object(ended.output)
    }

    /// Returns the value of a counter in the status.
    func counter(_ name: String) async throws -> Int {
        let status = try JSON.object(try await cadre(["status", "--json"]).output)
        return (status["counters"] as? [String: Int])?[name] ?? 0
    }
}

enum JSON {
    static func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "no object: \(text)")
    }

    /// Returns the member at a path of names.
    static func value(_ object: [String: Any], _ path: String...) -> Any? {
        path.reduce(object as Any?) { value, name in (value as? [String: Any])?[name] }
    }

    /// Returns the members without revision and time.
    static func figures(_ object: [String: Any]) -> NSDictionary {
        NSDictionary(dictionary: object.filter { !["revision", "asOf"].contains($0.key) })
    }
}
