import Foundation
import Testing

@Suite("cadre check")
struct CheckCommandTests {
    private let folder: TestFolder
    private let mission = SmallMission()

    init() throws { folder = try TestFolder() }

    @Test("an invalid member is reported with file, line and expectation")
    func wrongMember() async throws {
        let wrong = mission.event("site.defined", id: "w", "\"site\":\"s2\",\"name\":\"X\",\"threat\":\"extreme\"")
        let file = try folder.file("e.ndjson", (mission.definition + [wrong]).file)
        let ended = try await BuiltProgram.run(["check", file])
        #expect(ended.status == 65)
        let complaint = try #require(ended.lines.first)
        #expect(complaint.hasPrefix("error: \(file):4: schema: "))
        #expect(complaint.contains("threat") && complaint.contains("medium"))
        #expect(ended.lines.last == "1 errors, 0 warnings")

        let json = try JSON.object(try await BuiltProgram.run(["check", "--json", file]).output)
        #expect(json["line"] as? Int == 4)
        #expect(json["member"] as? String == "threat")
    }

    @Test("unknown names and stock outside the horizon are warnings, and the exit code is 0")
    func warnings() async throws {
        let odd = [
            mission.event(
                "line.required", id: "x",
                "\"line\":\"L2\",\"site\":\"nowhere\",\"capability\":\"guard\",\"posts\":1,\"from\":\"2024-01-01\""),
            mission.event(
                "stock.counted", id: "c",
                "\"site\":\"s1\",\"commodity\":\"water\",\"date\":\"2023-12-20\",\"quantity\":5"),
        ]
        let file = try folder.file("e.ndjson", (mission.definition + odd).file)
        let ended = try await BuiltProgram.run(["check", file])
        #expect(ended.status == 0)
        #expect(ended.output.contains("line L2 names site nowhere"))
        #expect(ended.output.contains("warning: \(file):5: outside-horizon: date: 2023-12-20"))
    }

    @Test("a valid, an invalid and a missing configuration")
    func configurations() async throws {
        let sound = try folder.file("a.yaml", "node: here\nlog.level: debug\n")
        #expect(try await BuiltProgram.run(["check", sound]).status == 0)
        let wrong = try folder.file("b.yaml", "samples: many\nendpoint: x\n")
        let ended = try await BuiltProgram.run(["check", wrong])
        #expect(ended.status == 78)
        #expect(ended.output.contains("error: \(wrong): configuration: samples"))
        #expect(ended.output.contains("there is no such key"))
        #expect(try await BuiltProgram.run(["check", folder.path + "/none.yaml"]).status == 66)
    }

    @Test(
        "the project's examples and configuration are valid",
        arguments: [
            "Examples/ntm-i-2004/events.ndjson", "Examples/nmi-2018/events.ndjson", "Deploy/cadre.yaml",
        ])
    func examples(name: String) async throws {
        let ended = try await BuiltProgram.run(["check", Project.path(name)])
        #expect(ended.status == 0, "\(ended.output)")
    }
}
