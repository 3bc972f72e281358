import Foundation
import Testing

@Suite("cadre whatif")
struct WhatIfCommandTests {
    private let folder: TestFolder
    private let mission = SmallMission()

    init() throws { folder = try TestFolder() }

    /// Starts a daemon with a line of ten, filled by six and three.
    private func daemon() async throws -> RunningDaemon {
        let daemon = try await RunningDaemon.start(in: folder)
        let submitted = try await daemon.submit(
            mission.definition + [mission.pledge("A", persons: 6), mission.pledge("B", persons: 3, second: 5)])
        #expect(submitted.status == 0, "\(submitted.errors)")
        return daemon
    }

    @Test("a shortcut prints figures before and after, and does not change the plan")
    func shortcut() async throws {
        let daemon = try await daemon()
        let before = try await daemon.estimate("summary")
        let ended = try await daemon.cadre(["whatif", "--withdraw", "NOR/A"])
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.output.contains("--withdraw NOR/A  NOR/A withdrawn: 6 trainer.army from 2024-01-01"))
        let filled = ended.lines.filter { $0.contains("filled at peak") }.map { $0.split(separator: " ") }
        #expect(
            filled.map { $0.suffix(5) } == Array(repeating: ["9", "2024-01-01", "3", "2024-01-01", "-6"], count: 3))
        #expect(ended.output.contains("/pledges/withdrawn/count"))
        #expect(JSON.figures(try await daemon.estimate("summary")) == JSON.figures(before))
    }

    @Test("a what-if equals a submission: --events-out writes the same events with the current time")
    func submitted() async throws {
        let daemon = try await daemon()
        let file = folder.path + "/later.ndjson"
        let tried = try await daemon.cadre([
            "whatif", "--withdraw", "NOR/A", "--delay", "NOR/B=7", "--name", "force.offered", "--json", "--events-out",
            file,
        ])
        #expect(tried.status == 0, "\(tried.errors)")
        #expect(tried.errors == "cadre: 2 events written to \(file)\n")
        let submitted = try await daemon.cadre(["submit", file])
        #expect(submitted.output == "2 accepted, 0 superseded, 0 duplicate, 0 rejected\n")
        let answer = try JSON.object(tried.output)
        for name in ["summary", "force.offered"] {
            let after = try #require(JSON.value(answer, "estimates", name, "after") as? [String: Any])
            #expect(JSON.figures(after) == JSON.figures(try await daemon.estimate(name)))
        }
        // An existing file is never overwritten.
        let again = try await daemon.cadre(["whatif", "--confirm", "NOR/A", "--events-out", file])
        #expect(again.status == 73)
        #expect(again.errors.contains(file))
    }

    @Test("files and shortcuts are evaluated together; rejected events are reported by line, the rest is evaluated")
    func files() async throws {
        let daemon = try await daemon()
        let more = mission.pledge("C", persons: 9, second: 9)
        let file = try folder.file(
            "e.ndjson", [more, mission.event("site.defined", id: "w", "\"site\":\"s2\""), "no json"].file)
        let ended = try await daemon.cadre(["whatif", file, "--delay", "NOR/C=7", "--withdraw", "NOR/A", "--json"])
        #expect(ended.status == 65)
        #expect(ended.errors.contains("\(file):2: schema: name"))
        #expect(ended.errors.contains("\(file):3: not-json: "))
        let answer = try JSON.object(ended.output)
        #expect((answer["rejected"] as? [[String: Any]])?.map { $0["index"] as? Int } == [1])
        let offered = JSON.value(answer, "estimates", "summary", "after", "scenarios", "offered") as? [String: Any]
        // B's three at once, C's nine a week later, no more than the ten posts.
        #expect(JSON.value(offered ?? [:], "filled", "peak") as? Int == 10)
        #expect(JSON.value(offered ?? [:], "filled", "period") as? Int == 1)
        // 104 posts of the rules, which are not pledged, and the line's seven of the first week.
        #expect(JSON.value(offered ?? [:], "gapPersonPeriods", "3") as? Int == 104 + 7)
    }

    @Test("changes of other estimates are listed by path, with dates")
    func byPath() async throws {
        let daemon = try await daemon()
        let ended = try await daemon.cadre(["whatif", "--withdraw", "NOR/B", "--name", "force.offered"])
        let row = try #require(ended.lines.first { $0.hasPrefix("/byLine/L1/filled ") })
        #expect(row.split(separator: " ").dropFirst() == ["2024-01-01", "2024-01-22", "9", "6", "-3"])
        let nothing = try await daemon.cadre(["whatif", "--posts", "L1=10"])
        #expect(nothing.status == 0)
        #expect(nothing.output.hasSuffix("no figure of these estimates would change\n"))
    }

    @Test("an unknown entity: 65; an invalid shortcut: 64")
    func refused() async throws {
        let daemon = try await daemon()
        let unknown = try await daemon.cadre(["whatif", "--withdraw", "NOR/Z"])
        #expect(unknown.status == 65)
        #expect(unknown.errors == "cadre: --withdraw NOR/Z: there is no pledge NOR/Z; there is NOR/A, NOR/B\n")
        let early = try await daemon.cadre(["whatif", "--withdraw", "NOR", "--at", "2001-01-01T00:00:00Z"])
        #expect(early.status == 65)
        #expect(early.errors.contains("give a later time"))
        #expect(try await daemon.cadre(["whatif", "--withdraw", "NOR", "--mission", "m9"]).status == 65)
        let wrong = [
            [], ["--delay", "NOR"], ["--posts", "L1"], ["--factor", "mentor.share=much"], ["--lift", "NOR"],
            ["--accept", "a", "--return", "a"], ["--withdraw", "NOR", "--at", "now"], ["-", "--events-out", "f"],
        ]
        for flags in wrong { #expect(try await daemon.cadre(["whatif"] + flags).status == 64, "\(flags)") }
    }
}
