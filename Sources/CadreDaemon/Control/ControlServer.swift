import CadreContract
import Logging
import ZeroMQ

/// The `control` socket: reads requests, has them carried out, and sends each answer to the peer that sent the request.
/// Source: CONTRACT § 6, ZEROMQ § 4.
actor ControlServer {
    nonisolated let thread: SocketThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let handler: ControlRequestHandler
    private let meters: NodeMeters
    private let logger: Logger
    private let batch = MessageBatch(
        messagesMax: DaemonLimits.requestsPerTurn, framesKeptMax: RoutingEnvelope.messageFramesMax)
    private var limits: ContractLimits
    private var places: RequestLimiter
    private var socket: RouterSocket?
    private var registration: Registration?
    /// The requests in progress, by number.
    private var tasks: [Int: Task<Void, Never>] = [:]
    private var lastTask = 0

    init(
        on thread: SocketThread, handler: ControlRequestHandler, limits: ContractLimits, requestsMax: Int,
        meters: NodeMeters,
        logger: Logger
    ) {
        self.thread = thread
        self.handler = handler
        self.limits = limits
        places = RequestLimiter(totalMax: requestsMax, perPeerMax: DaemonLimits.requestsPerPeer)
        self.meters = meters
        meters.set(queue: "requests", capacity: requestsMax)
        self.logger = logger
    }

    /// Binds the socket and starts reading.
    /// - Returns: The bound endpoints.
    func bind(
        _ context: Context, to endpoints: [Endpoint], heartbeat: SocketOptions.Heartbeat?
    ) throws(ZeroMQError) -> [Endpoint] {
        let options = SocketOptions.with {
            $0.receiveHighWater = DaemonLimits.controlHighWater
            $0.sendHighWater = DaemonLimits.controlHighWater
            $0.maxMessageBytes = Int64(limits.messageBytesMax)
            $0.linger = .seconds(1)
            $0.heartbeat = heartbeat
            $0.security = SocketName.control.security
            $0.ipv6 = endpoints.contains(where: \.isIPv6)
        }
        let socket = try RouterSocket(context, options: options)
        try thread.monitor(socket, for: self) { server, events in server.meters.count(events, of: .control) }
        let bound = try endpoints.map { endpoint throws(ZeroMQError) in try socket.bind(endpoint) }
        registration = try thread.register(socket, for: self, onReadable: { $0.read() })
        self.socket = socket
        return bound
    }

    /// Applies changed limits.
    func change(limits: ContractLimits, requestsMax: Int) {
        meters.set(queue: "requests", capacity: requestsMax)
        self.limits = limits
        places.totalMax = requestsMax
    }

    /// Stops reading requests.
    func stopReading() { registration?.pause() }

    /// Waits for the requests in progress, then closes with linger.
    func close() async {
        stopReading()
        for task in tasks.values { await task.value }
        registration?.cancel()
        socket?.close()
        socket = nil
    }

    /// Lets the watchdog detect a stalled actor.
    func confirmResponsive() {}

    // MARK: Requests

    private func read() {
        guard let socket else { return }
        do throws(ZeroMQError) {
            try socket.receive(into: batch, messagesMax: DaemonLimits.requestsPerTurn)
        } catch {
            logger.error("reading requests failed", metadata: ["socket": "control", "error": "\(error)"])
            return
        }
        batch.forEach { message in take(message.copy()) }
        batch.removeAll()
        meters.set(queue: "requests", to: places.total)
    }

    private func take(_ message: Message) {
        guard let (envelope, body) = message.request() else {
            meters.countSocket(.control, .junk)
            return
        }
        guard envelope.isShort else {
            meters.countSocket(.control, .junk)
            return reply(ControlAnswer.bytes(to: .null, error: .tooManyFrames(envelope)), to: envelope)
        }
        // REQ sends an empty frame before the body, and cannot send again before it is answered.
        let isREQ = envelope.frames.dropFirst().contains([])
        do throws(ControlRequest.Refusal) {
            let request = try ControlRequest(reading: body, framing: isREQ ? .req : .dealer, limits: limits)
            guard places.take(envelope.identity) else {
                meters.countSocket(.control, .busy)
                meters.countRequest(request.call.method, .busy)
                let busy = places.refusal(of: envelope.identity)
                if let id = request.id { reply(ControlAnswer.bytes(to: id, error: busy), to: envelope) }
                return
            }
            carryOut(request, for: envelope)
        } catch {
            meters.countRequest(nil, .error)
            if let id = error.id { reply(ControlAnswer.bytes(to: id, error: error.error), to: envelope) }
        }
    }

    private func carryOut(_ request: ControlRequest, for envelope: RoutingEnvelope) {
        lastTask += 1
        let number = lastTask
        tasks[number] = Task {
            let begun = ContinuousClock.now
            let (answer, isError) = await handler.answer(request)
            meters.countRequest(
                request.call.method, isError ? .error : .ok, duration: begun.duration(to: .now))
            tasks[number] = nil
            places.leave(envelope.identity)
            meters.set(queue: "requests", to: places.total)
            if let answer { reply(answer, to: envelope) }
        }
    }

    private func reply(_ answer: [UInt8], to envelope: RoutingEnvelope) {
        guard let socket else { return }
        do throws(ZeroMQError) {
            switch try socket.reply(to: envelope, answer) {
            case .sent: break
            case .full: meters.countSocket(.control, .full)
            case .unreachable: meters.countSocket(.control, .unreachable)
            }
        } catch {
            logger.error("sending an answer failed", metadata: ["socket": "control", "error": "\(error)"])
        }
    }
}

extension ControlError {
    fileprivate static func tooManyFrames(_ envelope: RoutingEnvelope) -> ControlError {
        ControlError(
            .invalidRequest, reason: "the message has \(envelope.frames.count) frames before its last one",
            expected:
                "at most \(RoutingEnvelope.framesMax): the routing frames of proxies, and the request in one frame")
    }
}
