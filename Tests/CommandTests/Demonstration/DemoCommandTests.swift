import Foundation
import Testing

@Suite("cadre demo")
struct DemoCommandTests {
    @Test("without a terminal it plays, tells the story in ten lines, ends its daemon and exits with 0")
    func story() async throws {
        let folder = try TestFolder()
        let mission = SmallMission()
        let events =
            mission.definition + [mission.pledge("A", persons: 6), mission.pledge("B", persons: 3, second: 60)]
        let file = try folder.file("e.ndjson", events.file)
        let ended = try await BuiltProgram.run(
            ["demo", "--mission-file", file], environment: ["TMPDIR": folder.path], seconds: 120)
        #expect(ended.status == 0, "\(ended.errors)")
        let parts = ended.output.split(separator: "\n\n")
        let story = try #require(parts.first).split(separator: "\n")
        #expect(story.count == 10)
        #expect(story.first == "5 events, 2023-12-01 to 2023-12-01: 1 nations, 9 people indicated, offered or sent.")
        #expect(story[4].contains("NOR/A confirmed: 6 trainer.army"))
        #expect(parts.last?.contains("cadre watch estimate.m1") == true)
        #expect(!ended.output.contains("\u{1B}"), "no colour, no cursor: that is no terminal")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(left == ["e.ndjson"], "its folder is gone")
    }

    @Test("what is rejected ends it: 65")
    func rejected() async throws {
        let folder = try TestFolder()
        let file = try folder.file("e.ndjson", SmallMission().event("site.defined", id: "x", "\"site\":1") + "\n")
        let ended = try await BuiltProgram.run(["demo", "--mission-file", file], seconds: 120)
        #expect(ended.status == 65)
        #expect(ended.errors.contains("event 1 (x): schema: site"))
    }
}
