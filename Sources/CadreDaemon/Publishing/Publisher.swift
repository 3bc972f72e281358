import CadreContract
import Logging
import ZeroMQ

/// The `estimates` socket: sends what changed, and answers each new subscription with the last values that it matches.
/// Source: CONTRACT §§ 1 and 4; ZEROMQ § 3.
actor Publisher {
    nonisolated let thread: SocketThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let meters: NodeMeters
    private let logger: Logger
    private var socket: XPubSocket?
    private var registration: Registration?
    private var values = LastValues()
    /// Prefixes of new subscriptions that are not answered yet.
    private var gathered: Set<[UInt8]> = []
    private var statusTurn = 0

    init(on thread: SocketThread, meters: NodeMeters, logger: Logger) {
        self.thread = thread
        self.meters = meters
        self.logger = logger
    }

    /// Binds. What was published before is kept for those who subscribe now.
    /// - Returns: The endpoints as they are bound.
    func bind(
        _ context: Context, to endpoints: [Endpoint], heartbeat: SocketOptions.Heartbeat?
    ) throws(ZeroMQError) -> [Endpoint] {
        let options = SocketOptions.with {
            $0.receiveHighWater = DaemonLimits.subscriptionsHighWater
            $0.sendHighWater = DaemonLimits.estimatesSendHighWater
            $0.maxMessageBytes = DaemonLimits.subscriptionBytesMax
            $0.linger = .seconds(2)
            $0.heartbeat = heartbeat
            $0.security = SocketName.estimates.security
            $0.ipv6 = endpoints.contains(where: \.isIPv6)
        }
        let socket = try XPubSocket(context, options: options)
        try thread.monitor(socket, for: self) { publisher, events in publisher.meters.count(events, of: .estimates) }
        let bound = try endpoints.map { endpoint throws(ZeroMQError) in try socket.bind(endpoint) }
        registration = try thread.register(socket, for: self, onReadable: { $0.readSubscriptions() })
        self.socket = socket
        return bound
    }

    /// Sends documents in this order and keeps them as last values. Before the socket is bound it only keeps them.
    func publish(_ documents: [OutgoingDocument]) {
        guard !documents.isEmpty else { return }
        for document in documents { values.keep(document) }
        send(documents)
    }

    /// For one status: the last values, all of them or the next window of many.
    func lastValues() -> [OutgoingDocument] {
        defer { statusTurn += 1 }
        return values.values(turn: statusTurn, window: DaemonLimits.statusTopics)
    }

    /// Sends what subscribers wait for, and closes with linger.
    func close() {
        answer()
        registration?.cancel()
        socket?.close()
        socket = nil
    }

    /// Lets the watchdog detect a stalled actor.
    func confirmResponsive() {}

    // MARK: Subscriptions

    private func readSubscriptions() {
        guard let socket else { return }
        do throws(ZeroMQError) {
            let turn = try socket.receiveSubscriptions(max: DaemonLimits.subscriptionsPerTurn)
            meters.countSocket(.estimates, .junk, turn.malformedMessages)
            for case .subscribed(let prefix) in turn.events { gather(prefix) }
        } catch {
            logger.error("reading subscriptions failed", metadata: ["socket": "estimates", "error": "\(error)"])
        }
    }

    private func gather(_ prefix: [UInt8]) {
        if gathered.isEmpty { answerLater() }
        gathered.insert(prefix)
        if gathered.count >= DaemonLimits.prefixesGathered { registration?.pause() }
    }

    private func answerLater() {
        do throws(ZeroMQError) {
            try thread.after(.milliseconds(DaemonLimits.subscriptionGatherMs), for: self) { $0.answer() }
        } catch {
            // The thread has stopped: there is nobody left to answer.
            logger.debug("subscriptions not answered", metadata: ["socket": "estimates", "error": "\(error)"])
        }
    }

    private func answer() {
        guard !gathered.isEmpty else { return }
        let prefixes = gathered
        gathered = []
        if let registration, registration.isPaused { registration.resume() }
        send(values.matching(prefixes))
    }

    private func send(_ documents: [OutgoingDocument]) {
        guard let socket else { return }
        do throws(ZeroMQError) {
            // libzmq looks for new subscriptions and credit late: it is made to before a burst. Source: ZEROMQ § 2.
            _ = try socket.refreshEvents()
            for document in documents {
                if try socket.send(document.topicBytes, document.payload) == .full {
                    meters.countSocket(.estimates, .full)
                }
            }
        } catch {
            logger.error("sending estimates failed", metadata: ["socket": "estimates", "error": "\(error)"])
        }
    }
}

extension NodeMeters {
    /// Counts what a monitor saw.
    func count(_ events: [MonitorEvent], of socket: SocketName) {
        for event in events {
            switch event.kind {
            case .accepted: countSocket(socket, .accepted)
            case .disconnected: countSocket(socket, .disconnected)
            case .handshakeSucceeded: countSocket(socket, .handshakeSucceeded)
            case .handshakeFailedNoDetail, .handshakeFailedProtocol, .handshakeFailedAuth:
                countSocket(socket, .handshakeFailed)
            }
        }
    }
}
