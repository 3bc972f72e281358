import CadreRuntime
import Foundation
import Testing

@Suite("the daemon as a process")
struct LifecycleTests {
    private let folder: TestFolder
    private let mission = SmallMission()

    init() throws { folder = try TestFolder() }

    @Test("SIGTERM and SIGINT end the daemon gracefully, with 0, within 5 s", arguments: [SIGTERM, SIGINT])
    func ends(signal: Int32) async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        _ = try await daemon.submit(mission.definition)
        daemon.send(signal)
        #expect(await daemon.ended(within: 5).status == 0)
        #expect(daemon.log.contains("msg=stopped"))
    }

    @Test("SIGHUP with an invalid configuration keeps the old one and logs the reason")
    func wrongReload() async throws {
        let file = try folder.file("c.yaml", "limits.requests: 100\n")
        let daemon = try await RunningDaemon.start(in: folder, ["--config", file])
        _ = try folder.file("c.yaml", "limits.requests: many\n")
        daemon.send(SIGHUP)
        #expect(await isTrue(within: 30) { daemon.log.contains("invalid configuration; previous one kept") })
        #expect(daemon.log.contains("limits.requests"))
        #expect(try await daemon.submit(mission.definition).status == 0)

        _ = try folder.file("c.yaml", "limits.requests: 10\n")
        daemon.send(SIGHUP)
        #expect(await isTrue(within: 30) { daemon.log.contains("configuration reloaded") })
    }

    @Test("an invalid configuration prevents the start: 78; a data folder in use: 73")
    func doesNotStart() async throws {
        let wrong = try await BuiltProgram.run(["serve", "--data", folder.path + "/x", "--samples", "many"])
        #expect(wrong.status == 78)
        #expect(wrong.errors.contains("samples"))
        let daemon = try await RunningDaemon.start(in: folder)
        let locked = try await BuiltProgram.run(["serve", "--data", daemon.data, "--http", "off"], seconds: 30)
        #expect(locked.status == 73)
        #expect(locked.errors.contains(daemon.data))
    }

    @Test("an endpoint in use prevents the start: 69, with its name", arguments: 0..<3)
    func endpointTaken(place: Int) async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        let flags = ["--intake", "--estimates", "--control"]
        let taken = [daemon.intake, daemon.estimates, daemon.control][place]
        let endpoints = flags.enumerated().flatMap { [$1, $0 == place ? taken : "tcp://127.0.0.1:*"] }
        let ended = try await BuiltProgram.run(
            ["serve", "--data", folder.path + "/second", "--http", "off"] + endpoints, seconds: 30)
        #expect(ended.status == 69, "\(flags[place])")
        #expect(ended.errors.contains(taken))
    }

    @Test("an HTTP port in use ends the daemon: 69, with the address")
    func portTaken() async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        let endpoints = ["--intake", "--estimates", "--control"].flatMap { [$0, "tcp://127.0.0.1:*"] }
        let ended = try await BuiltProgram.run(
            ["serve", "--data", folder.path + "/second", "--http", daemon.http] + endpoints, seconds: 30)
        #expect(ended.status == 69)
        #expect(ended.errors.contains(daemon.http))
    }

    @Test("every metric has a HELP line, counters begin at zero, requests and rejections are counted by kind")
    func metrics() async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        func text() async throws -> String { try await fetch("http://\(daemon.http)/metrics").0 }
        let before = try await text()
        let lines = before.split(separator: "\n")
        let families = lines.compactMap { $0.hasPrefix("# TYPE ") ? $0.split(separator: " ")[2] : nil }
        let described = lines.compactMap { $0.hasPrefix("# HELP ") ? $0.split(separator: " ")[2] : nil }
        #expect(families.count > 20)
        #expect(families == described)
        for zero in [
            #"cadre_events_total{outcome="accepted",type="cadre.pledge.recorded.v1"} 0"#,
            #"cadre_rejections_total{reason="conflict"} 0"#, "cadre_reload_failures_total 0",
            #"cadre_requests_total{method="plan.whatif",outcome="error"} 0"#,
            #"cadre_socket_events_total{event="handshake_failed",socket="intake"} 0"#,
            "cadre_build_info{version=\"\(CadreVersion.current)\"} 1", #"cadre_queue_capacity{queue="requests"} 1000"#,
            #"cadre_queue_capacity{queue="intake"} 32"#,
        ] { #expect(lines.contains(Substring(zero)), "\(zero)") }

        let wrong = SmallMission().event("site.defined", id: "w", #""site":"s1""#)
        #expect(try await daemon.submit([wrong]).status == 65)
        #expect(try await daemon.cadre(["get", "summary", "--mission", "none"]).status == 65)
        let after = try await text().split(separator: "\n")
        for line in [
            #"cadre_events_total{outcome="rejected",type="cadre.site.defined.v1"} 1"#,
            #"cadre_requests_total{method="event.submit",outcome="ok"} 1"#,
            #"cadre_requests_total{method="estimate.get",outcome="error"} 1"#,
            #"cadre_request_seconds_count{method="estimate.get"} 1"#,
        ] { #expect(after.contains(Substring(line)), "\(line)") }
    }

    @Test("readiness, liveness and metrics are served over HTTP")
    func health() async throws {
        let daemon = try await RunningDaemon.start(in: folder)
        _ = try await daemon.submit(mission.definition)
        for path in ["livez", "readyz", "metrics"] {
            let (body, response) = try await fetch("http://\(daemon.http)/\(path)")
            #expect(response == 200, "\(path)")
            if path == "metrics" { #expect(body.contains("cadre_healthy 1")) }
        }
    }

    private func fetch(_ address: String) async throws -> (String, Int) {
        let curl = try Child(
            "/usr/bin/python3",
            [
                "-c",
                """
                import sys, urllib.request
                answer = urllib.request.urlopen(sys.argv[1], timeout=10)
                print(answer.status); print(answer.read().decode())
                """, address,
            ])
        let ended = await curl.ended(within: 20)
        return (ended.output, Int(ended.lines.first ?? "") ?? 0)
    }
}
