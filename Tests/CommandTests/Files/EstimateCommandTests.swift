import Foundation
import Testing

@Suite("cadre estimate")
struct EstimateCommandTests {
    private let folder: TestFolder
    private let mission = SmallMission()

    init() throws { folder = try TestFolder() }

    @Test("a mission computed by hand: ten posts, six persons")
    func byHand() async throws {
        let file = try folder.file("e.ndjson", (mission.definition + [mission.pledge("A", persons: 6)]).file)
        let ended = try await BuiltProgram.run(["estimate", file, "--name", "force.committed"])
        #expect(ended.status == 0, "\(ended.errors)")
        let line =
            JSON.value(try JSON.object(ended.output), "m1", "force.committed", "byLine", "L1") as? [String: [Int]]
        #expect(line == ["required": [10, 10, 10, 10], "filled": [6, 6, 6, 6]])
    }

    @Test("an invalid line is reported, the rest is computed, and the exit code is 65")
    func badLine() async throws {
        let lines = mission.definition + ["", "{\"specversion\":\"1.0\"}", mission.pledge("A", persons: 4), "nonsense"]
        let file = try folder.file("bad.ndjson", lines.file)
        let ended = try await BuiltProgram.run(["estimate", file, "--name", "force.offered"])
        #expect(ended.status == 65)
        let complaints = ended.errors.split(separator: "\n")
        #expect(complaints.count == 2)
        #expect(complaints.first?.hasPrefix("\(file):5: not-cloudevent: ") == true)
        #expect(complaints.last?.hasPrefix("\(file):7: not-json: ") == true)
        let filled = JSON.value(try JSON.object(ended.output), "m1", "force.offered", "byLine", "L1", "filled")
        #expect(filled as? [Int] == [4, 4, 4, 4])
    }

    @Test("events from standard input, figures as text and as CSV")
    func formats() async throws {
        let input = (mission.definition + [mission.pledge("A", persons: 6)]).file
        let text = try await BuiltProgram.run(["estimate", "-", "--format", "text", "--name", "summary"], input: input)
        #expect(text.status == 0)
        #expect(text.output.contains("m1: as of 2023-12-01T00:00:00Z, revision 4"))
        let csv = try await BuiltProgram.run(
            ["estimate", "-", "--format", "csv", "--name", "force.full"], input: input)
        #expect(csv.output.contains("m1,force.full,byLine L1 filled,3,2024-01-22,6\r\n"))
    }

    @Test("the figures of 2004: 293 required, 262 filled, 2,972 in scenario full")
    func history() async throws {
        let ended = try await BuiltProgram.run(
            ["estimate", Project.path("Examples/ntm-i-2004/events.ndjson"), "--name", "summary", "--samples", "0"])
        #expect(ended.status == 0)
        let summary = try #require(
            JSON.value(try JSON.object(ended.output), "ntm-i", "summary", "scenarios") as? [String: Any])
        #expect(JSON.value(summary, "offered", "required", "peak") as? Int == 293)
        #expect(JSON.value(summary, "offered", "filled", "peak") as? Int == 262)
        #expect(JSON.value(summary, "full", "required", "peak") as? Int == 2972)
    }

    @Test("each error has its exit code and a remedy")
    func failures() async throws {
        let missing = try await BuiltProgram.run(["estimate", folder.path + "/none.ndjson"])
        #expect(missing.status == 66)
        #expect(missing.errors.contains("none.ndjson"))
        #expect(try await BuiltProgram.run(["estimate", folder.path]).status == 66)
        #expect(try await BuiltProgram.run(["estimate"]).status == 64)
        #expect(try await BuiltProgram.run(["estimate", "-", "--name", "force.most"]).status == 64)
        #expect(try await BuiltProgram.run(["estimate", "-", "--samples", "-1"]).status == 64)
        let file = try folder.file("e.ndjson", mission.definition.file)
        let unknown = try await BuiltProgram.run(["estimate", file, "--mission", "m2"])
        #expect(unknown.status == 65)
        #expect(unknown.errors.contains("no mission m2"))
    }
}
