import Foundation
import Testing

@Suite("cadre import and export")
struct ExchangeCommandTests {
    private let folder: TestFolder
    private let mission = SmallMission()

    init() throws { folder = try TestFolder() }

    private let pledges = """
        Nation,Pledge,Kind,Status,Capability,Quantity,From,Note
        NOR,A,personnel,offered,trainer.army,6,2024-01-01,"two, or three"
        SWE,B,personnel,confirmed,trainer.army,3,2024-01-01,

        """

    private func filled(_ daemon: RunningDaemon) async throws -> Int? {
        (JSON.value(try await daemon.estimate("force.offered"), "byLine", "L1", "filled") as? [Int])?.first
    }

    @Test("with a daemon: dry run, submission, repetition, a change and back, missing rows, export and import")
    func daemon() async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        _ = try await daemon.submit(mission.definition)
        let sheet = try folder.file("p.csv", pledges)
        let asked = ["import", sheet, "--kind", "pledges", "--source", "urn:test:sheet"]

        let dry = try await daemon.cadre(asked)
        #expect(dry.status == 0, "\(dry.errors)")
        #expect(dry.output.contains("2 new, 0 changed, 0 unchanged"))
        #expect(dry.output.contains("NOR/A") && dry.output.contains("\(sheet):2"))
        #expect(try await filled(daemon) == 0)

        #expect(try await daemon.cadre(asked + ["--submit"]).output.contains("2 accepted, 0 superseded"))
        #expect(try await filled(daemon) == 9)
        let again = try await daemon.cadre(asked + ["--submit"])
        #expect(again.output.contains("0 new, 0 changed, 2 unchanged"))
        #expect(again.output.contains("Nothing to do."))

        for (status, persons) in [("withdrawn", 3), ("offered", 9), ("withdrawn", 3), ("offered", 9)] {
            _ = try folder.file("p.csv", pledges.replacing("A,personnel,offered", with: "A,personnel,\(status)"))
            let changed = try await daemon.cadre(asked + ["--submit"])
            #expect(changed.output.contains("1 changed") && changed.output.contains("status: "))
            #expect(try await filled(daemon) == persons)
        }
        // An import does not move a clock that follows events.
        #expect(try await daemon.estimate("summary")["asOf"] as? String == "2023-12-01T00:00:00Z")

        _ = try folder.file("p.csv", pledges.split(separator: "\n").prefix(2).joined(separator: "\n"))
        #expect(try await daemon.cadre(asked).output.contains("1 missing from the sheet"))
        #expect(try await filled(daemon) == 9)
        let ended = try await daemon.cadre(asked + ["--submit", "--withdraw-missing"])
        #expect(ended.output.contains("ended") && ended.output.contains("SWE/B"))
        #expect(try await filled(daemon) == 6)

        let out = folder.path + "/out.csv"
        #expect(try await daemon.cadre(["export", "--kind", "pledges", "--output", out]).status == 0)
        let back = try JSON.object(try await daemon.cadre(["import", out, "--kind", "pledges", "--json"]).output)
        #expect(back["unchanged"] as? Int == 2)
        #expect((back["changed"] as? [String: Any])?.isEmpty == true)
    }

    @Test("an invalid row is reported with line, column and expectation; the others are imported only on request")
    func wrongRows() async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        _ = try await daemon.submit(mission.definition)
        let sheet = try folder.file("p.csv", pledges + "NOR,C,personnel,maybe,trainer.army,many,2024-01-01,\n")
        let asked = ["import", sheet, "--kind", "pledges", "--submit"]
        let refused = try await daemon.cadre(asked)
        #expect(refused.status == 65)
        #expect(refused.errors.contains("\(sheet):4: column \"Status\" (status): expected one of indicated, offered"))
        #expect(refused.errors.contains("\(sheet):4: column \"Quantity\" (quantity): expected a whole number"))
        #expect(refused.output.contains("Nothing was done: 1 rows are invalid"))
        #expect(try await filled(daemon) == 0)
        let partial = try await daemon.cadre(asked + ["--partial"])
        #expect(partial.status == 65)
        #expect(partial.output.contains("2 accepted"))
        #expect(try await filled(daemon) == 9)
    }

    @Test("without a daemon: against event files, with a mapping, into events that estimate accepts")
    func files() async throws {
        let plan = Project.path("Examples/nmi-2018/events.ndjson")
        for name in ["pledges", "requirements"] {
            let asked = [
                "import", Project.path("Examples/exchange/\(name).csv"), "--mapping",
                Project.path("Examples/exchange/\(name).ini"), "--against", plan,
            ]
            let events = folder.path + "/\(name).ndjson"
            let ended = try await BuiltProgram.run(asked + ["--output", events])
            #expect(ended.status == 0, "\(ended.errors)")
            #expect(ended.errors == "")
            #expect(ended.output.contains("4 events in "))
            #expect(try await BuiltProgram.run(["check", plan, events]).status == 0)
            // Their documents are current now, so that the same sheet adds nothing.
            let again = try await BuiltProgram.run(asked + ["--against", events])
            #expect(again.output.contains("0 new, 0 changed, 4 unchanged"))
        }
    }

    @Test(
        "exported examples are imported as unchanged", arguments: ["ntm-i-2004", "nmi-2018"],
        ["pledges", "lines", "sites"])
    func roundTrip(example: String, kind: String) async throws {
        let plan = Project.path("Examples/\(example)/events.ndjson")
        let sheet = try await BuiltProgram.run(["export", plan, "--kind", kind, "--delimiter", "semicolon", "--bom"])
        #expect(sheet.status == 0, "\(sheet.errors)")
        #expect(try await BuiltProgram.run(["export", plan, "--kind", kind, "--mission", "other"]).status == 65)
        let back = try await BuiltProgram.run(
            ["import", "-", "--kind", kind, "--against", plan, "--json"], input: sheet.output)
        #expect(back.status == 0, "\(back.errors)")
        let told = try JSON.object(back.output)
        #expect((told["unchanged"] as? Int ?? 0) > 0)
        #expect((told["new"] as? [String])?.isEmpty == true)
        #expect((told["changed"] as? [String: Any])?.isEmpty == true)
    }

    @Test("with --alone every row is new; invalid input and options are errors with a remedy")
    func alone() async throws {
        let sheet = try folder.file("p.csv", pledges)
        let alone = try await BuiltProgram.run(
            ["import", sheet, "--kind", "pledges", "--alone", "--mission", "m1", "--output", "-"])
        #expect(alone.status == 0)
        #expect(alone.lines.count == 2)
        #expect(alone.lines.allSatisfy { $0.contains("\"source\":\"urn:cadre:import:m1\"") })

        func failed(_ flags: String...) async throws -> Ended { try await BuiltProgram.run(["import"] + flags) }
        #expect(try await failed(sheet, "--alone", "--mission", "m1").status == 64)
        #expect(try await failed(sheet, "--kind", "people").status == 64)
        #expect(try await failed(sheet, "--kind", "pledges", "--alone").status == 64)
        #expect(try await failed(sheet, "--kind", "pledges", "--alone", "--mission", "m1", "--submit").status == 64)
        let missing = try await failed(folder.path + "/none.csv", "--kind", "pledges", "--alone", "--mission", "m1")
        #expect(missing.status == 66)
        try Data([0x61, 0x0A, 0xE4, 0x0A]).write(to: URL(filePath: folder.path + "/old.csv"))
        let old = try await failed(folder.path + "/old.csv", "--kind", "pledges", "--alone", "--mission", "m1")
        #expect(old.status == 65)
        #expect(old.errors.contains("old.csv:2: byte 3 of the file (E4 in hexadecimal) is not UTF-8"))
        let mapping = try folder.file("m.ini", "[columns]\nstatus = State\n")
        let misfit = try await failed(
            sheet, "--kind", "pledges", "--alone", "--mission", "m1", "--mapping", mapping)
        #expect(misfit.status == 65)
        #expect(
            misfit.errors.contains(
                "p.csv: \(mapping):2: the sheet has no column \"State\"; its columns are \"Nation\""))
        let shared = try await failed(
            sheet, "--kind", "pledges", "--against", try folder.file("e.ndjson", mission.definition.file),
            "--withdraw-missing")
        #expect(shared.status == 64)
        #expect(shared.errors.contains("--source"))
        let nobody = try await failed(
            sheet, "--kind", "pledges", "--control", "ipc://\(folder.path)/c", "--timeout", "0.1")
        #expect(nobody.status == 69)
    }
}
