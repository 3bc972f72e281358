import Foundation
import Testing

@Suite("daemon and client commands")
struct DaemonCommandTests {
    private let folder: TestFolder
    private let mission = SmallMission()

    init() throws { folder = try TestFolder() }

    @Test("submit, get, status and watch work over tcp and over ipc", arguments: [false, true])
    func wholeWay(ipc: Bool) async throws {
        let daemon = try await RunningDaemon.start(in: folder, ipc: ipc)
        let submitted = try await daemon.submit(mission.definition + [mission.pledge("A", persons: 6)])
        #expect(submitted.status == 0, "\(submitted.errors)")
        #expect(submitted.output == "4 accepted, 0 superseded, 0 duplicate, 0 rejected\n")

        let force = try await daemon.estimate("force.offered")
        #expect(JSON.value(force, "byLine", "L1", "filled") as? [Int] == [6, 6, 6, 6])
        #expect(force["revision"] as? Int == 4)
        let text = try await daemon.cadre(["get", "force", "--scenario", "offered", "--mission", "m1"])
        #expect(text.output.contains("m1: by line, offered"))
        let plan = try await daemon.cadre(["get", "plan", "--kind", "pledge"])
        #expect(plan.output.contains("NOR/A"))

        let status = try await daemon.cadre(["status"])
        #expect(status.status == 0)
        #expect(status.output.contains(daemon.control))
        #expect(status.output.contains("m1"))

        let watched = try await daemon.cadre(["watch", "estimate.m1.force.offered", "--json", "--count", "1"])
        #expect(watched.status == 0)
        let published = try JSON.object(watched.output)
        #expect(published["topic"] as? String == "estimate.m1.force.offered")
        let data = try #require(JSON.value(published, "event", "data") as? [String: Any])
        #expect(JSON.figures(data) == JSON.figures(force))
        let line = try await daemon.cadre(["watch", "estimate.m1.summary", "--count", "1"])
        #expect(line.output.contains("estimate.m1.summary  revision 4, committed required "))
    }

    @Test("watch ends with 69 if nothing arrives in time, and not while something does")
    func watchTimeout() async throws {
        let folder = try TestFolder()
        let nobody = try await BuiltProgram.run(
            ["watch", "--timeout", "0.5", "--estimates", "ipc://\(folder.path)/none"], seconds: 20)
        #expect(nobody.status == 69)
        #expect(nobody.errors.contains("nothing arrived from ipc://\(folder.path)/none in 0.5 s; start a daemon"))
        #expect(try await BuiltProgram.run(["watch", "--timeout", "0"]).status == 64)

        let daemon = try await RunningDaemon.start(in: folder)
        // The last value arrives at once; the command ends after the time without another.
        let quiet = try await daemon.cadre(["watch", "status", "--count", "1", "--timeout", "20"])
        #expect(quiet.status == 0 && quiet.lines.count == 1, "\(quiet.errors)")
        let silent = try await daemon.cadre(["watch", "alert", "--timeout", "0.5"])
        #expect(silent.status == 69)
    }

    @Test("one daemon accepts both examples completely")
    func bothExamples() async throws {
        let folder = try TestFolder()
        let daemon = try await RunningDaemon.start(in: folder)
        for (example, count) in [("ntm-i-2004", 140), ("nmi-2018", 99)] {
            let ended = try await daemon.cadre(["submit", Project.path("Examples/\(example)/events.ndjson"), "--json"])
            #expect(ended.status == 0, "\(ended.errors)")
            #expect(try JSON.object(ended.output)["accepted"] as? Int == count)
        }
    }

    @Test("earlier states are selected by revision, time and day")
    func asItWas() async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        let pledges = [mission.pledge("A", persons: 2), mission.pledge("B", persons: 3, second: 60)]
        _ = try await daemon.submit(mission.definition + pledges)
        func filled(_ flags: [String]) async throws -> Int? {
            (JSON.value(try await daemon.estimate("force.offered", flags), "byLine", "L1", "filled") as? [Int])?.first
        }
        #expect(try await filled([]) == 5)
        #expect(try await filled(["--revision", "4"]) == 2)
        #expect(try await filled(["--as-of", "2023-12-01T00:00:30Z"]) == 2)
        #expect(try await filled(["--as-of", "2023-12-01"]) == 5)
        let wrong = try await daemon.cadre(["get", "summary", "--as-of", "yesterday"])
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("--as-of yesterday is not a time"))
        #expect(try await daemon.cadre(["get", "summary", "--mission", "m9"]).status == 65)
        #expect(try await daemon.cadre(["get", "force.most"]).status == 64)
    }

    @Test("rejections are reported on both channels and stored for the operator")
    func rejected() async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        let wrong = mission.event("site.defined", id: "w", "\"site\":\"s2\",\"name\":7")
        let file = try folder.file("e.ndjson", (mission.definition + [wrong, "no json"]).file)
        let ended = try await daemon.cadre(["submit", file, "--json"])
        #expect(ended.status == 65)
        #expect(ended.errors.contains("\(file):4: schema: name"))
        #expect(ended.errors.contains("\(file):5: not-json: "))
        let counts = try JSON.object(ended.output)
        #expect(counts["accepted"] as? Int == 3)
        #expect(counts["rejected"] as? Int == 2)

        let again = try await daemon.submit(mission.definition)
        #expect(again.output == "0 accepted, 0 superseded, 3 duplicate, 0 rejected\n")
        let conflict = try await daemon.submit([mission.definition[1].replacing("Camp", with: "Fort")])
        #expect(conflict.status == 65)
        #expect(conflict.errors.contains("-:1: conflict: "))

        let kept = try await BuiltProgram.run(["journal", "rejections", "--data", daemon.data, "--json"])
        let contents = try kept.lines.map { try JSON.object($0)["content"] as? String }
        #expect(contents.contains(wrong))
    }

    @Test("the daemon receives published events, and publish states that it gets no replies")
    func published() async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        let file = try folder.file("e.ndjson", (mission.definition + [mission.pledge("A", persons: 6)]).file)
        let ended = try await daemon.cadre(["publish", file, "--heads"])
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.output.hasPrefix("4 published, 0 without a subscriber, 0 omitted\n"))
        let arrived = try await isTrue(within: 30) { try await daemon.counter("events_accepted") == 4 }
        #expect(arrived)
        let bad = try folder.file("bad.ndjson", "{}\n")
        #expect(try await daemon.cadre(["publish", bad]).status == 65)
    }

    @Test("Ctrl-C ends watch with 0")
    func interruptedWatch() async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        let watch = try Child(BuiltProgram.path, ["watch", "status", "--estimates", daemon.estimates])
        let hasLine = await isTrue(within: 30) { watch.output.contains("status.test") }
        #expect(hasLine)
        watch.send(SIGINT)
        #expect(await watch.ended(within: 10).status == 0)
    }

    @Test(
        "without a daemon: 69, with the endpoint and a remedy",
        arguments: [
            ["submit", "-"], ["status"], ["get", "summary"], ["explain", "required"], ["whatif", "-"], ["diff", "1"],
        ])
    func nobodyThere(command: [String]) async throws {
        let endpoint = "ipc://\(folder.path)/nobody"
        let ended = try await BuiltProgram.run(
            command + ["--control", endpoint, "--timeout", "0.2"], input: mission.definition.file)
        #expect(ended.status == 69)
        #expect(ended.errors.contains(endpoint) && ended.errors.contains("cadre serve"))
    }

    @Test("without a subscriber: 69")
    func nobodySubscribes() async throws {
        let endpoint = "ipc://\(folder.path)/nobody"
        let ended = try await BuiltProgram.run(
            ["publish", "-", "--intake", endpoint, "--timeout", "0.2"], input: mission.definition.file)
        #expect(ended.status == 69)
        #expect(ended.errors.contains("plan.m1"))
    }
}
