import CadreRuntime
import Hummingbird
import Logging
import ServiceLifecycle
import Synchronization

/// The three HTTP paths: `/livez`, `/readyz` and `/metrics`. Source: CONTRACT § 8.
///
/// - `/livez`: 200 while all components are responsive, else 503 and the names of the others: restart it.
/// - `/readyz`: 200 while events are accepted and estimates published, else 503; both with the state in words.
/// - `/metrics`: the text format of Prometheus, 0.0.4.
///
/// It listens on the configured address and serves no secrets: every client that can reach it may read it.
final class HealthServer: Service {
    private let host: String
    private let port: Int
    private let health: NodeHealth
    private let heartbeats: Heartbeats
    private let metrics: PrometheusMetrics
    private let logger: Logger
    private let boundPort = Mutex<Int?>(nil)
    /// Ends when the server listens.
    private let listening = AsyncStream<Never>.makeStream()

    /// Creates a server that does not listen yet.
    /// - Parameter port: The port, or 0 for any free one: see ``listeningPort``.
    init(
        host: String, port: Int, health: NodeHealth, heartbeats: Heartbeats, metrics: PrometheusMetrics, logger: Logger
    ) {
        self.host = host
        self.port = port
        self.health = health
        self.heartbeats = heartbeats
        self.metrics = metrics
        self.logger = logger
    }

    /// The port, or `nil` before the server listens.
    var listeningPort: Int? { boundPort.withLock { $0 } }

    /// Returns when the server listens or has failed to, or when the task is cancelled.
    func waitUntilListening() async {
        for await _ in listening.stream {}
    }

    /// Serves until graceful shutdown.
    /// - Throws: ``HealthServerError`` if the address cannot be bound.
    func run() async throws {
        try await run { _ in }
    }

    /// Serves until graceful shutdown.
    /// - Parameter onListening: Receives the port once it is bound.
    func run(onListening: @escaping @Sendable (Int) -> Void) async throws {
        var serverLogger = logger
        serverLogger.logLevel = .warning  // this type logs normal operation itself
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in
                // The first Host is the authority; a Host among the headers is a second one. Source: RFC 9112 § 3.2.
                guard request.head.authority != nil,
                    !request.headers.contains(where: { $0.name.canonicalName == "host" })
                else { return Self.response(.badRequest, "send exactly one Host\n") }
                return self.answer(request.method, request.uri.path)
            },
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(Int64(DaemonLimits.idleSecondsMax)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: DaemonLimits.headerBytesMax,
                        maxHeaderListSize: DaemonLimits.headerBytesMax))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: .maximum(DaemonLimits.connectionsMax, logger: serverLogger)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? self.port
                self.boundPort.withLock { $0 = port }
                self.listening.continuation.finish()
                self.logger.info("http server listening", metadata: ["address": "\(self.host):\(port)"])
                onListening(port)
            },
            logger: serverLogger)
        defer { listening.continuation.finish() }
        do {
            try await application.run()
        } catch {
            if listeningPort == nil { throw HealthServerError(host: host, port: port, reason: "\(error)") }
            throw error
        }
    }

    private func answer(_ method: HTTPRequest.Method, _ path: String) -> Response {
        guard method == .get || method == .head else {
            return Self.response(.methodNotAllowed, "only GET is answered\n", allow: "GET, HEAD")
        }
        let response =
            switch path {
            case "/livez":
                switch heartbeats.stalled {
                case []: Self.response(.ok, "ok\n")
                case let stalled:
                    Self.response(.serviceUnavailable, "stalled: \(stalled.joined(separator: ", "))\n")
                }
            case "/readyz":
                Self.response(health.state.isReady ? .ok : .serviceUnavailable, health.state.text + "\n")
            case "/metrics": Self.response(.ok, metrics.text, type: PrometheusMetrics.contentType)
            default: Self.response(.notFound, "there are /livez, /readyz and /metrics\n")
            }
        return method == .head ? response.createHeadResponse() : response
    }

    private static func response(
        _ status: HTTPResponse.Status, _ body: String, type: String = "text/plain; charset=utf-8", allow: String? = nil
    ) -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-store"]
        if let allow { headers[.allow] = allow }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
    }
}
