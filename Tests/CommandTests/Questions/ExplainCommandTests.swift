import Foundation
import Testing

@Suite("cadre explain")
struct ExplainCommandTests {
    private let folder: TestFolder
    private let mission = SmallMission()

    init() throws { folder = try TestFolder() }

    private func daemon() async throws -> RunningDaemon {
        let daemon = try await RunningDaemon.start(in: folder)
        let late = mission.event(
            "line.required", id: "l2",
            #""line":"L2","site":"s1","capability":"trainer.army","posts":2,"from":"2024-01-10""#)
        let submitted = try await daemon.submit(
            mission.definition + [late, mission.pledge("A", persons: 6), mission.pledge("B", persons: 3, second: 5)])
        #expect(submitted.status == 0, "\(submitted.errors)")
        return daemon
    }

    @Test("a tree, of the peak by default, also with the figure's short name")
    func tree() async throws {
        let daemon = try await daemon()
        let ended = try await daemon.cadre(["explain", "required", "--capability", "trainer.army"])
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.lines[0] == "m1: force.required, offered, capability trainer.army")
        #expect(ended.lines[1] == "12 persons on 2024-01-08 (period 1, the peak of capability trainer.army)")
        #expect(ended.lines[2].hasSuffix("revision 6"))
        #expect(ended.lines[3].hasPrefix("├─ line L1 ") && ended.lines[3].hasSuffix(" 10"))
        #expect(ended.lines[5].hasPrefix("└─ line L2 "))
        #expect(ended.lines[6].hasSuffix("MODEL § 6 · event l2"))
        #expect(ended.lines.allSatisfy { $0.count <= 100 })
    }

    @Test("the period of a date, the reply as JSON, and an older state")
    func periods() async throws {
        let daemon = try await daemon()
        func answer(_ flags: [String]) async throws -> [String: Any] {
            let ended = try await daemon.cadre(["explain", "force.filled", "--json"] + flags)
            try #require(ended.status == 0, "\(ended.errors)")
            return try JSON.object(ended.output)
        }
        let newest = try await answer(["--period", "2024-01-20"])
        #expect(newest["period"] as? Int == 2)
        #expect(newest["value"] as? Int == 9)
        let parts = try #require(newest["parts"] as? [[String: Any]])
        #expect(parts.map { $0["label"] as? String } == ["pledge NOR/A", "pledge NOR/B"])
        #expect(try await answer(["--revision", "5"])["value"] as? Int == 6)
        #expect(try await answer(["--as-of", "2023-12-01T00:00:01Z", "--period", "3"])["value"] as? Int == 6)
        #expect(try await answer(["--scenario", "committed"])["scenario"] as? String == "committed")
    }

    @Test("graduates are those of the whole horizon unless a period is given")
    func horizon() async throws {
        let daemon = try await daemon()
        let whole = try await daemon.cadre(["explain", "graduates"])
        #expect(whole.status == 0, "\(whole.errors)")
        #expect(whole.lines[1].hasSuffix("graduates over the whole horizon"))
        let peak = try await daemon.cadre(["explain", "graduates", "--period", "peak"])
        #expect(peak.status == 0, "\(peak.errors)")
        #expect(peak.lines[1].contains(" graduates on 2024-01-"))
    }

    @Test("an unknown name or period is refused with the valid ones")
    func refused() async throws {
        let daemon = try await daemon()
        func errors(_ arguments: [String], _ status: Int32) async throws -> String {
            let ended = try await daemon.cadre(["explain"] + arguments)
            #expect(ended.status == status)
            return ended.errors
        }
        #expect(try await errors(["force.required", "--site", "s9"], 65).contains("params.site: site s9 is not known"))
        #expect(try await errors(["force.required", "--period", "4"], 65).contains("give 0 to 3"))
        #expect(try await errors(["logistics.use"], 65).contains("params.commodity: commodity is missing"))
        #expect(try await errors(["force.required", "--period", "2023-01-01"], 65).contains("2024-01-01"))
        #expect(try await errors(["morale"], 64).contains("force.required, force.filled"))
        #expect(try await errors(["required", "--period", "soon"], 64).contains("--period"))
        #expect(try await errors(["required", "--scenario", "best"], 64).contains("committed"))
    }
}
