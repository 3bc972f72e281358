import Foundation
import Testing

@Suite("cadre report")
struct ReportCommandTests {
    private let folder: TestFolder
    private let mission = SmallMission()

    init() throws { folder = try TestFolder() }

    private var events: [String] { mission.definition + [mission.pledge("A", persons: 6)] }

    @Test("files give a page without a daemon, always with the same bytes")
    func files() async throws {
        let file = try folder.file("e.ndjson", events.file)
        let ended = try await BuiltProgram.run(["report", file, "--samples", "5", "--output", "\(folder.path)/a.html"])
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.output == "")
        #expect(ended.errors.contains("a.html: "))
        let again = try await BuiltProgram.run(["report", file, "--samples", "5", "--output", "-"])
        let page = try text("a.html")
        #expect(again.output == page)
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.contains("<title>Small</title>") && page.contains("NOR/A"))
        #expect(!page.contains(folder.path), "the report does not reveal the folder of its files")
    }

    @Test("the figures from a daemon are those of its events in a file")
    func daemon() async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        _ = try await daemon.submit(events)
        let asked = try await daemon.cadre(["report", "--format", "md", "--output", "-"])
        #expect(asked.status == 0, "\(asked.errors)")
        let file = try folder.file("e.ndjson", events.file)
        let computed = try await BuiltProgram.run(
            ["report", file, "--samples", "0", "--format", "md", "--output", "-"])
        // Except for the origin, and for figures that only one of them computes.
        func headline(_ text: String) -> String? {
            text.split(separator: "\n").first { $0.hasPrefix("The agreed plan requires") }.map(String.init)
        }
        #expect(headline(asked.output) != nil)
        #expect(headline(asked.output) == headline(computed.output))
        #expect(asked.output.contains("- From: the daemon at "))
        let csv = try await daemon.cadre(["report", "--output", "-", "--csv", "\(folder.path)/csv"])
        #expect(csv.status == 0, "\(csv.errors)")
        #expect(try text("csv/m1.manning.committed.csv").contains("line/L1"))
        let older = try await daemon.cadre(["report", "--revision", "3", "--format", "md", "--output", "-"])
        #expect(older.status == 0, "\(older.errors)")
        #expect(older.output.contains("Revision: 3 of mission m1"))
        #expect(older.output.contains("are the current ones; the figures are older"))
        let unknown = try await daemon.cadre(["report", "--mission", "m2"])
        #expect(unknown.status == 65, "\(unknown.errors)")
    }

    @Test("every estimate has a CSV file with one row per number")
    func csv() async throws {
        let file = try folder.file("e.ndjson", events.file)
        let ended = try await BuiltProgram.run(
            ["report", file, "--samples", "0", "--output", "\(folder.path)/a.html", "--csv", "\(folder.path)/csv"])
        #expect(ended.status == 0, "\(ended.errors)")
        let force = try text("csv/m1.force.committed.csv")
        #expect(force.hasPrefix("mission,estimate,figure,period,date,value\r\n"))
        #expect(force.contains("m1,force.committed,byLine L1 filled,3,2024-01-22,6\r\n"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/csv")
        #expect(names.count == 14, "\(names.sorted())")
        #expect(names.allSatisfy { $0.hasSuffix(".csv") }, "no incomplete file remains")
    }

    @Test("an invalid line is reported, also in the report, and the exit code is 65")
    func badLine() async throws {
        let file = try folder.file("e.ndjson", (events + ["nonsense"]).file)
        let ended = try await BuiltProgram.run(["report", file, "--samples", "0", "--output", "-"])
        #expect(ended.status == 65)
        #expect(ended.errors.hasPrefix("\(file):5: not-json: "))
        #expect(ended.output.contains("1\u{A0}event</strong> of the files could not be accepted"))
    }

    @Test("the time of writing is included only on request")
    func dated() async throws {
        let input = events.file
        let plain = try await BuiltProgram.run(["report", "-", "--samples", "0", "--output", "-"], input: input)
        let dated = try await BuiltProgram.run(
            ["report", "-", "--samples", "0", "--output", "-", "--dated"], input: input)
        #expect(!plain.output.contains("<dt>Written</dt>"))
        #expect(dated.output.contains("<dt>Written</dt>"))
    }

    @Test("each error has its exit code and a remedy")
    func failures() async throws {
        let file = try folder.file("e.ndjson", events.file)
        var other = SmallMission()
        other.name = "m2"
        let two = try folder.file("two.ndjson", (events + other.definition).file)
        let undefined = try folder.file("none.ndjson", [mission.pledge("A", persons: 6)].file)
        let cases: [(arguments: [String], status: Int32, says: String)] = [
            ([folder.path + "/missing.ndjson"], 66, "missing.ndjson"),
            ([undefined], 65, "no mission is defined"), ([file, "--mission", "m9"], 65, "no mission m9"),
            ([two], 64, "name one by --mission: m1, m2"),
            ([file, "--revision", "3"], 64, "omit FILEs"), (["--samples", "3"], 64, "requires FILEs"),
            ([file, "--samples", "0", "--output", folder.path + "/no/a.html"], 73, "no/a.html"),
            ([file, "--samples", "0", "--output", "-", "--csv", folder.path + "/no/csv"], 73, "no/csv"),
            (["--control", "ipc://\(folder.path)/nobody", "--timeout", "0.2"], 69, "nobody"),
        ]
        for (arguments, status, says) in cases {
            let ended = try await BuiltProgram.run(["report"] + arguments)
            #expect(ended.status == status, "\(arguments): \(ended.errors)")
            #expect(ended.errors.contains(says), "\(arguments): \(ended.errors)")
        }
        let chosen = try await BuiltProgram.run(
            ["report", two, "--mission", "m2", "--samples", "0", "--output", "-"])
        #expect(chosen.status == 0)
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(folder.path)/\(name)")), as: UTF8.self)
    }
}
