import CadreContract
import Logging
import ZeroMQ

/// The `estimates` socket: sends changed documents, and answers new subscriptions with last values. It performs what
/// `PublisherState` decides. Source: CONTRACT §§ 1 and 4; ZEROMQ § 3.
actor Publisher {
    nonisolated let thread: SocketThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let meters: NodeMeters
    private let logger: Logger
    private var socket: XPubSocket?
    private var registration: Registration?
    private var state = PublisherState()

    init(on thread: SocketThread, meters: NodeMeters, logger: Logger) {
        self.thread = thread
        self.meters = meters
        self.logger = logger
    }

    /// Binds the socket. Documents that were published before are last values for new subscribers.
    /// - Returns: The bound endpoints.
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
        handle(.bound)
        return bound
    }

    /// Sends documents in this order and keeps them as last values. Before the socket is bound it only keeps them.
    func publish(_ documents: [OutgoingDocument]) { handle(.published(documents)) }

    /// Returns last values for one status: all of them, or the next window of many.
    func lastValues() -> [OutgoingDocument] { state.valuesForStatus() }

    /// Answers the waiting subscribers, and closes with linger.
    func close() { handle(.close) }

    /// Lets the watchdog detect a stalled actor.
    func confirmResponsive() {}

    private func handle(_ event: PublisherState.Event) {
        for action in state.handle(event) {
            switch action {
            case .send(let documents): send(documents)
            case .answerLater: answerLater()
            case .pauseReading: registration?.pause()
            case .resumeReading: registration?.resume()
            case .close:
                registration?.cancel()
                socket?.close()
                socket = nil
            }
        }
    }

    private func readSubscriptions() {
        guard let socket else { return }
        do throws(ZeroMQError) {
            let batch = try socket.receiveSubscriptions(max: DaemonLimits.subscriptionsPerTurn)
            meters.countSocket(.estimates, .junk, batch.malformedMessages)
            handle(
                .subscribed(
                    batch.events.compactMap { if case .subscribed(let prefix) = $0 { prefix } else { nil } }))
        } catch {
            logger.error("reading subscriptions failed", metadata: ["socket": "estimates", "error": "\(error)"])
        }
    }

    private func answerLater() {
        do throws(ZeroMQError) {
            try thread.after(.milliseconds(DaemonLimits.subscriptionGatherMs), for: self) { $0.handle(.answerDue) }
        } catch {
            // The thread has stopped: the subscribers are gone.
            logger.debug("subscriptions not answered", metadata: ["socket": "estimates", "error": "\(error)"])
        }
    }

    private func send(_ documents: [OutgoingDocument]) {
        guard let socket else { return }
        do throws(ZeroMQError) {
            // libzmq processes new subscriptions and credit late: refresh before a burst. Source: ZEROMQ § 2.
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
    /// Counts the events of a monitor.
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
