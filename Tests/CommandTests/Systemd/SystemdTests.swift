import Foundation
import Testing

@Suite("under a real systemd")
struct SystemdTests {
    @Test(
        "start, sandbox, kill, reload, watchdog, stop and missing network work as the unit specifies",
        .disabled(if: SystemdBox.obstacle != nil, "\(SystemdBox.obstacle ?? "")"),
        .timeLimit(.minutes(3)))
    func unit() async throws {
        let executable = try #require(builtExecutable(), "the folder of the tests lacks cadre")
        let (lines, code) = try await SystemdBox.check(executable: executable)
        let failures = lines.filter { !$0.hasPrefix("ok: ") }
        for failure in failures { Issue.record("\(failure)") }
        #expect(code == 0)
        #expect(lines.count { $0.hasPrefix("ok: ") } >= 25, "not all checks ran")
    }

    /// The `cadre` of this build, in the folder of the running test bundle.
    private func builtExecutable() -> URL? {
        let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
        let executable = bundles.first.map { URL(filePath: $0).deletingLastPathComponent().appending(path: "cadre") }
        return executable.flatMap { FileManager.default.isExecutableFile(atPath: $0.path) ? $0 : nil }
    }
}
