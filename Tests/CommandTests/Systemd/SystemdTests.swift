import Foundation
import Testing

@Suite("under a real systemd")
struct SystemdTests {
    @Test(
        "start, sandbox, kill, reload, watchdog, stop, no network: as the unit promises",
        .disabled(if: SystemdBox.obstacle != nil, "\(SystemdBox.obstacle ?? "")"),
        .timeLimit(.minutes(3)))
    func unit() async throws {
        let executable = try #require(builtExecutable(), "cadre is not beside the tests")
        let (lines, code) = try await SystemdBox.check(executable: executable)
        let failures = lines.filter { !$0.hasPrefix("ok: ") }
        for failure in failures { Issue.record("\(failure)") }
        #expect(code == 0)
        #expect(lines.count { $0.hasPrefix("ok: ") } >= 25, "not all checks were made")
    }

    /// The `cadre` of this build: beside the bundle of tests that is running.
    private func builtExecutable() -> URL? {
        let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
        let executable = bundles.first.map { URL(filePath: $0).deletingLastPathComponent().appending(path: "cadre") }
        return executable.flatMap { FileManager.default.isExecutableFile(atPath: $0.path) ? $0 : nil }
    }
}
