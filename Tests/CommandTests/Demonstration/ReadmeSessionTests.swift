import Foundation
import Testing

@Suite("session of the README")
struct ReadmeSessionTests {
    private static func readme() throws -> String {
        try String(decoding: Data(contentsOf: URL(filePath: Project.path("README.md"))), as: UTF8.self)
    }

    /// Returns the block of Python that contains the line `# cadre-session`.
    private static func script() throws -> String {
        let blocks = try readme().components(separatedBy: "```python\n").dropFirst()
            .compactMap { $0.components(separatedBy: "\n```").first }
        return try #require(blocks.first { $0.contains("# cadre-session") }, "README.md has no Python session")
    }

    @Test("lines of Python publish a pledge and print the changed estimate")
    func session() async throws {
        let script = try Self.script()
        let folder = try TestFolder()
        let daemon = try await RunningDaemon.start(in: folder)
        let example = Project.path("Examples/ntm-i-2004/events.ndjson")
        #expect(try await daemon.cadre(["submit", example]).status == 0)
        let before = try await daemon.estimate("summary")
        let moved = script.replacing("tcp://127.0.0.1:5570", with: daemon.intake)
            .replacing("tcp://127.0.0.1:5571", with: daemon.estimates)
            .replacing("tcp://localhost:5570", with: daemon.intake)
            .replacing("tcp://localhost:5571", with: daemon.estimates)
        let python = try Child("/usr/bin/python3", ["-c", moved])
        let ended = await python.ended(within: 60)
        #expect(ended.status == 0, "\(ended.errors)")
        let printed = ended.output.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(try Self.readme().contains("It prints `\(printed)`"), "README.md differs: \(printed)")
        #expect(try await daemon.counter("events_accepted") > 140, "the pledge arrived")
        let after = try await daemon.estimate("summary")
        #expect(JSON.figures(after) != JSON.figures(before), "the estimate changed")
        // Without a changed figure nothing is published: the second run must end anyway.
        let second = try Child("/usr/bin/python3", ["-c", moved.replacing("10_000", with: "1_000")])
        let secondEnded = await second.ended(within: 60)
        #expect(secondEnded.status == 0, "\(secondEnded.errors)")
        #expect(secondEnded.output == "filled at the peak: 272 → 272\n")
    }
}
