import Hummingbird
import Logging
import ServiceLifecycle
import Synchronization

/// The three HTTP paths: `/livez`, `/readyz` and `/metrics`. Source: CONTRACT § 8.
///
/// - `/livez`: 200 while the daemon's parts get their turns, else 503 and which do not: restart it.
/// - `/readyz`: 200 while events are taken and estimates given, else 503; either way with the state in words.
/// - `/metrics`: the text format of Prometheus, 0.0.4.
///
/// It listens where the configuration says, and has no secrets to keep: what may reach it may read it.
final class HealthServer: Service {
    private let host: String
    private let port: Int
    private let health: NodeHealth
    private let heartbeats: Heartbeats
    private let metrics: PrometheusMetrics
    private let logger: Logger
    private let boundPort = Mutex<Int?>(nil)

    /// - Parameter port: 0: any free one, see ``port``.
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

    /// The port that it listens on; `nil` before.
    var listeningPort: Int? { boundPort.withLock { $0 } }

    /// Serves until graceful shutdown.
    /// - Throws: ``HealthServerError`` where the address cannot be had.
    func run() async throws {
        try await run { _ in }
    }

    /// - Parameter onListening: Told the port once it is bound.
    func run(onListening: @escaping @Sendable (Int) -> Void) async throws {
        var serverLogger = logger
        serverLogger.logLevel = .warning  // what it says of a normal day is said here, in our words
        let application = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in
                // The first one is the authority; what is left is a second. Source: RFC 9112 § 3.2.
                guard !request.headers.contains(where: { $0.name.canonicalName == "host" }) else {
                    return Self.response(.badRequest, "more than one Host; send one\n")
                }
                return self.answer(request.method, request.uri.path)
            },
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(Int64(HealthLimits.idleSecondsMax)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: HealthLimits.headerBytesMax,
                        maxHeaderListSize: HealthLimits.headerBytesMax))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: .maximum(HealthLimits.connectionsMax, logger: serverLogger)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? self.port
                self.boundPort.withLock { $0 = port }
                self.logger.info("http listens", metadata: ["address": "\(self.host):\(port)"])
                onListening(port)
            },
            logger: serverLogger)
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

/// HTTP cannot be served where it should.
public struct HealthServerError: Error, Equatable, CustomStringConvertible {
    public var host: String
    public var port: Int
    /// What the system says.
    public var reason: String

    public var description: String {
        "HTTP cannot listen on \(host):\(port): \(reason). Give another address as `http`, or `off`."
    }
}
