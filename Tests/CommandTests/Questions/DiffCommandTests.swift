import Foundation
import Testing

@Suite("cadre diff")
struct DiffCommandTests {
    private let folder: TestFolder
    private let mission = SmallMission()

    init() throws { folder = try TestFolder() }

    private func daemon() async throws -> RunningDaemon {
        let daemon = try await RunningDaemon.start(in: folder)
        let submitted = try await daemon.submit(
            mission.definition + [
                mission.pledge("A", persons: 6), mission.pledge("B", persons: 3, second: 60),
                mission.event("site.defined", id: "s2", #""site":"s2","name":"Depot""#, second: 70),
                mission.pledge("C", persons: 4, second: 80),
            ])
        #expect(submitted.status == 0, "\(submitted.errors)")
        return daemon
    }

    @Test("the headline, then each event as text with its share, then the number of events without effect")
    func tables() async throws {
        let daemon = try await daemon()
        let ended = try await daemon.cadre(["diff", "3"])
        #expect(ended.status == 0, "\(ended.errors)")
        let filled = try #require(ended.lines.first { $0.contains("filled at peak") })
        #expect(filled.split(separator: " ").suffix(5) == ["0", "2024-01-01", "10", "2024-01-01", "+10"])
        func share(_ words: String) throws -> [Substring] {
            let line = try #require(ended.lines.first { $0.contains(words) }, "\(ended.output)")
            return Array(line.split(separator: " "))
        }
        let first = try share("NOR/A confirmed: 6 trainer.army from 2024-01-01")
        #expect(first.prefix(2) == ["4", "2023-12-01"])
        #expect(first.suffix(4) == ["=", "+6", "=", "-24"])
        #expect(try share("NOR/B confirmed").suffix(4) == ["=", "+3", "=", "-12"])
        // One post was unfilled.
        #expect(try share("NOR/C confirmed").suffix(4) == ["=", "+1", "=", "-4"])
        #expect(try share("all together").suffix(4) == ["=", "+10", "=", "-40"])
        #expect(ended.lines.last == "1 of 4 events without effect on these figures")
    }

    @Test("a diff between two revisions, times or days, as text and as JSON")
    func states() async throws {
        let daemon = try await daemon()
        func shares(_ flags: [String]) async throws -> [String] {
            let ended = try await daemon.cadre(["diff", "--json"] + flags)
            try #require(ended.status == 0, "\(ended.errors)")
            let events = try #require(try JSON.object(ended.output)["events"] as? [[String: Any]])
            return events.compactMap { $0["id"] as? String }
        }
        #expect(try await shares(["4", "5"]) == ["p-B"])
        #expect(try await shares(["2023-12-01T00:00:00Z", "2023-12-01T00:01:00Z"]) == ["p-B"])
        #expect(try await shares(["2023-12-01T00:01:10Z"]) == ["p-C"])
        #expect(try await shares(["2023-11-30", "2023-12-01"]).count == 7)
        let other = try await daemon.cadre(["diff", "4", "5", "--name", "force.offered"])
        let row = try #require(other.lines.first { $0.hasPrefix("/byLine/L1/filled ") })
        #expect(row.split(separator: " ").dropFirst() == ["2024-01-01", "2024-01-22", "6", "9", "+3"])
    }

    @Test("a diff from before the mission's definition shows all figures as new")
    func fromNothing() async throws {
        let daemon = try await daemon()
        let ended = try await daemon.cadre(["diff", "2023-11-30"])
        #expect(ended.status == 0, "\(ended.errors)")
        let filled = try #require(ended.lines.first { $0.contains("filled at peak") })
        #expect(filled.split(separator: " ").suffix(4) == ["–", "10", "2024-01-01", "+10"])
        #expect(ended.lines.contains { $0.contains("all together") && $0.contains("+10") })
    }

    @Test("missing states: 64 or 65")
    func refused() async throws {
        let daemon = try await daemon()
        for arguments in [["0"], ["yesterday"], ["5", "2023-12-01"], ["5", "4"], []] {
            #expect(try await daemon.cadre(["diff"] + arguments).status == 64, "\(arguments)")
        }
        let unknown = try await daemon.cadre(["diff", "3", "99"])
        #expect(unknown.status == 65)
        #expect(unknown.errors.contains("99"))
        #expect(try await daemon.cadre(["diff", "2023-12-01", "2023-11-30"]).status == 65)
    }
}
