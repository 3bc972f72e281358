import Logging
import ServiceLifecycle
import Testing

@testable import CadreDaemon

private let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

struct HealthServerTests {
    let health = NodeHealth()
    let heartbeats = Heartbeats(pause: .milliseconds(1), answerWithin: .zero)
    let metrics = PrometheusMetrics()

    /// Serves on a free port of loopback, as a service in a group, for as long as the body runs.
    private func serving(_ body: (Int) async throws -> Void) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let server = HealthServer(
            host: "127.0.0.1", port: 0, health: health, heartbeats: heartbeats, metrics: metrics,
            logger: silent)
        let service = BodyService { try await server.run { continuation.yield($0) } }
        let group = ServiceGroup(configuration: .init(services: [service], logger: silent))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await port in ports {
                #expect(server.listeningPort == port)
                try await body(port)
                break
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Test("/readyz is 200 after replay while healthy, else 503, with the reason in words")
    func readiness() async throws {
        try await serving { port in
            health.enter(.replaying(done: 3, of: 10))
            var answer = try await LoopbackHTTP.get("/readyz", port: port)
            #expect(answer.status == 503)
            #expect(answer.body == "reading the journal: 3 of 10 events\n")

            health.enter(.ready)
            answer = try await LoopbackHTTP.get("/readyz", port: port)
            #expect(answer.status == 200)
            #expect(answer.body == "ready\n")

            health.note(.journal, fault: "disk full")
            answer = try await LoopbackHTTP.get("/readyz", port: port)
            #expect(answer.status == 503)
            #expect(answer.body == "ready; journal: disk full\n")
            #expect(answer.headers["content-type"] == "text/plain; charset=utf-8")

            health.note(.journal, fault: nil)
            #expect(try await LoopbackHTTP.get("/readyz", port: port).status == 200)

            health.enter(.stopping)
            #expect(try await LoopbackHTTP.get("/readyz", port: port).body == "stopping\n")
        }
    }

    @Test("/livez is 200 while parts get their turns, whatever readiness says, and 503 with their names when not")
    func liveness() async throws {
        let mute = Gatekeeper()
        await mute.close()
        try await serving { port in
            var answer = try await LoopbackHTTP.get("/livez", port: port)
            #expect(answer.status == 200)
            heartbeats.watch("gate") { await mute.turn() }
            answer = try await LoopbackHTTP.get("/livez", port: port)
            #expect(answer.status == 503)
            #expect(answer.body == "stalled: gate\n")
        }
        heartbeats.stop()
        await mute.open()
    }

    @Test("/metrics answers with Prometheus' content type and what was counted")
    func metricsPath() async throws {
        metrics.describe("cadre_events_total", "Events read")
        metrics.makeCounter(label: "cadre_events_total", dimensions: [("type", "a\"b")]).increment(by: Int64(3))
        try await serving { port in
            let answer = try await LoopbackHTTP.get("/metrics", port: port)
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            let text = try PrometheusText(answer.body)
            #expect(text.value("cadre_events_total", ["type": "a\"b"]) == 3)
            #expect(text.help["cadre_events_total"] == "Events read")
        }
    }

    @Test("HEAD has no body; other paths are 404, other methods 405")
    func otherRequests() async throws {
        health.enter(.ready)
        try await serving { port in
            let head = try await LoopbackHTTP.request("HEAD", "/readyz", port: port)
            #expect(head.status == 200)
            #expect(head.body.isEmpty)
            #expect(try await LoopbackHTTP.get("/", port: port).status == 404)
            let post = try await LoopbackHTTP.request("POST", "/metrics", port: port)
            #expect(post.status == 405)
            #expect(post.headers["allow"] == "GET, HEAD")
        }
    }

    @Test("two Hosts are a bad request, and half a request ends before a probe gives up")
    func badRequests() async throws {
        health.enter(.ready)
        try await serving { port in
            let twice = try await LoopbackHTTP.request("GET", "/readyz", port: port, extra: "Host: other\r\n")
            #expect(twice.status == 400)
            let begun = ContinuousClock.now
            await #expect(throws: LoopbackHTTP.NoAnswer.self) {
                try await LoopbackHTTP.send("GET /livez HTTP/1.1\r\nHost: x\r\n", port: port)
            }
            #expect(begun.duration(to: .now) < .seconds(20))
        }
    }

    @Test("an address that is taken is an error that names it and what to mend")
    func addressTaken() async throws {
        try await serving { port in
            let second = HealthServer(
                host: "127.0.0.1", port: port, health: health, heartbeats: heartbeats, metrics: metrics,
                logger: silent)
            let error = await #expect(throws: HealthServerError.self) { try await second.run() }
            #expect(error?.port == port)
            #expect(error?.description.contains("Give another address as `http`") == true)
        }
    }
}

/// A service of a closure, for tests.
struct BodyService: Service {
    let body: @Sendable () async throws -> Void
    init(_ body: @escaping @Sendable () async throws -> Void) { self.body = body }
    func run() async throws { try await body() }
}
