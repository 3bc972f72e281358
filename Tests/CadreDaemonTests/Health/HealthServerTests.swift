import Logging
import ServiceLifecycle
import Testing

@testable import CadreDaemon
@testable import CadreRuntime

private let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

struct HealthServerTests {
    let health = NodeHealth()
    let heartbeats = Heartbeats(pause: .milliseconds(1), answerWithin: .zero)
    let metrics = PrometheusMetrics()

    /// Runs the server on a free loopback port, as a service in a group, while the body runs.
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

    @Test("/readyz is 200 after the replay while healthy, else 503 with the reason")
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

            health.setFault("disk full", of: .journal)
            answer = try await LoopbackHTTP.get("/readyz", port: port)
            #expect(answer.status == 503)
            #expect(answer.body == "ready; journal: disk full\n")
            #expect(answer.headers["content-type"] == "text/plain; charset=utf-8")

            health.setFault(nil, of: .journal)
            #expect(try await LoopbackHTTP.get("/readyz", port: port).status == 200)

            health.enter(.stopping)
            #expect(try await LoopbackHTTP.get("/readyz", port: port).body == "stopping\n")
        }
    }

    @Test("/livez is 200 while all components respond, ready or not, and else 503 with the names of the others")
    func liveness() async throws {
        let (silence, continuation) = AsyncStream.makeStream(of: Void.self)
        try await serving { port in
            var answer = try await LoopbackHTTP.get("/livez", port: port)
            #expect(answer.status == 200)
            heartbeats.watch("gate") { for await _ in silence {} }
            answer = try await LoopbackHTTP.get("/livez", port: port)
            #expect(answer.status == 503)
            #expect(answer.body == "stalled: gate\n")
        }
        heartbeats.stop()
        continuation.finish()
    }

    @Test("/metrics returns the counters with Prometheus' content type")
    func metricsPath() async throws {
        metrics.describe("cadre_events_total", "Events read")
        metrics.makeCounter(label: "cadre_events_total", dimensions: [("type", "a\"b")]).increment(by: Int64(3))
        try await serving { port in
            let answer = try await LoopbackHTTP.get("/metrics", port: port)
            #expect(answer.status == 200)
            #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(answer.body.contains("\n# TYPE cadre_events_total counter\n"))
            #expect(answer.body.contains("# HELP cadre_events_total Events read\n"))
            #expect(answer.body.contains("\ncadre_events_total{type=\"a\\\"b\"} 3\n"))
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

    @Test("two Host lines or none are a bad request, and an incomplete request ends before a probe gives up")
    func badRequests() async throws {
        health.enter(.ready)
        try await serving { port in
            let twice = try await LoopbackHTTP.request("GET", "/readyz", port: port, extra: "Host: other\r\n")
            #expect(twice.status == 400)
            let none = try await LoopbackHTTP.send(
                "GET /readyz HTTP/1.1\r\nConnection: close\r\n\r\n", port: port)
            #expect(none.status == 400)
            let begun = ContinuousClock.now
            await #expect(throws: LoopbackHTTP.NoAnswer.self) {
                try await LoopbackHTTP.send("GET /livez HTTP/1.1\r\nHost: x\r\n", port: port)
            }
            #expect(begun.duration(to: .now) < .seconds(20))
        }
    }

    @Test("an address in use is an error with the address and a remedy")
    func addressTaken() async throws {
        try await serving { port in
            let second = HealthServer(
                host: "127.0.0.1", port: port, health: health, heartbeats: heartbeats, metrics: metrics,
                logger: silent)
            let error = await #expect(throws: HealthServerError.self) { try await second.run() }
            #expect(error?.port == port)
            #expect(error?.description.contains("give another address as `http`") == true)
        }
    }
}

/// A service that runs a closure.
private struct BodyService: Service {
    let body: @Sendable () async throws -> Void
    init(_ body: @escaping @Sendable () async throws -> Void) { self.body = body }
    func run() async throws { try await body() }
}
