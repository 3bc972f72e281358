import Foundation
import Testing

/// Tests that each command of Documentation/planner.md prints the output that is documented there.
@Suite("planner's guide", .timeLimit(.minutes(3)))
struct PlannerGuideTests {
    /// A command of the guide, and the expected lines of its output, in order.
    private struct Step {
        var arguments: [String]
        var lines: [String]
    }

    /// Returns the commands of the `console` blocks.
    private static func steps() throws -> [Step] {
        let path = Project.path("Documentation/planner.md")
        let guide = try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        var steps: [Step] = []
        for block in guide.components(separatedBy: "```console\n").dropFirst() {
            for line in try #require(block.components(separatedBy: "\n```").first).components(separatedBy: "\n") {
                if line.hasPrefix("$ cadre ") {
                    let arguments = line.dropFirst("$ cadre ".count).split(separator: " ").map(String.init)
                    steps.append(Step(arguments: arguments, lines: []))
                } else if line != "…", !steps.isEmpty {
                    steps[steps.count - 1].lines.append(line)
                }
            }
        }
        return steps
    }

    @Test("every command of the guide prints the documented lines")
    func guide() async throws {
        let steps = try Self.steps()
        #expect(steps.count >= 10)
        #expect(steps.allSatisfy { !$0.lines.isEmpty })
        let folder = try TestFolder()
        let daemon = try await RunningDaemon.start(in: folder, ["--samples", "200"])
        #expect(try await daemon.cadre(["submit", Project.path("Examples/ntm-i-2004/events.ndjson")]).status == 0)
        for step in steps {
            let ended = try await daemon.cadre(step.arguments)
            #expect(ended.status == 0, "\(step.arguments): \(ended.errors)")
            var said = ended.output.components(separatedBy: "\n")[...]
            for line in step.lines {
                let place = said.firstIndex(of: line)
                #expect(place != nil, "\(step.arguments) does not print: \(line)")
                if let place { said = said[(place + 1)...] }
            }
        }
    }
}
