import CadreContract
import CadrePlanning
import Logging
import ZeroMQ

/// The `intake` socket: receives the messages of publishers in batches, as fast as they are accepted. Source: CONTRACT § 1.
actor Intake {
    nonisolated let thread: SocketThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let queue: SubmissionQueue
    private let meters: NodeMeters
    private let logger: Logger
    private let batch = MessageBatch(messagesMax: DaemonLimits.intakeBatchMessages)
    private var socket: SubSocket?
    private var registration: Registration?
    private var prefixes: Set<String> = []
    private var connected: Set<Endpoint> = []
    /// The task that waits for room for the last batch, or `nil` if there was room.
    private var waiting: Task<Void, Never>?

    init(on thread: SocketThread, queue: SubmissionQueue, meters: NodeMeters, logger: Logger) {
        self.thread = thread
        self.queue = queue
        self.meters = meters
        self.logger = logger
    }

    /// Subscribes, binds and connects.
    /// - Returns: The bound endpoints.
    func open(_ context: Context, _ configuration: IntakeConfiguration) throws(ZeroMQError) -> [Endpoint] {
        let options = SocketOptions.with {
            $0.receiveHighWater = DaemonLimits.intakeReceiveHighWater
            $0.maxMessageBytes = Int64(ContractLimits(eventBytesMax: configuration.eventBytesMax).messageBytesMax)
            $0.linger = .zero
            $0.heartbeat = configuration.heartbeat
            $0.security = SocketName.intake.security
            $0.ipv6 = (configuration.bind + configuration.connect).contains(where: \.isIPv6)
        }
        let socket = try SubSocket(context, options: options)
        self.socket = socket
        try thread.monitor(socket, for: self) { intake, events in intake.meters.count(events, of: .intake) }
        try subscribe(to: Self.prefixes(for: configuration.missions))
        let bound = try configuration.bind.map { endpoint throws(ZeroMQError) in try socket.bind(endpoint) }
        try connect(to: configuration.connect)
        registration = try thread.register(socket, for: self, onReadable: { $0.read() })
        return bound
    }

    /// Applies the settings that can change while the daemon runs: missions and upstream publishers.
    func change(to configuration: IntakeConfiguration) throws(ZeroMQError) {
        try subscribe(to: Self.prefixes(for: configuration.missions))
        try connect(to: configuration.connect)
    }

    /// Stops reading and closes. The messages that were read are in the queue.
    func close() async {
        registration?.cancel()
        socket?.close()
        socket = nil
        await waiting?.value
    }

    /// Lets the watchdog detect a stalled actor.
    func confirmResponsive() {}

    /// Returns the subscribed prefixes for a shard's missions, or for all: the kinds of CONTRACT § 1, and always heads: a
    /// shard follows sources that count per mission.
    static func prefixes(for missions: Set<ID<Mission>>?) -> Set<String> {
        let kinds = TopicKind.allCases.map(\.rawValue)
        // With the dot: `planet.x` is no topic of the contract.
        guard let missions else { return Set((kinds + ["head"]).map { "\($0)." }) }
        let ofMissions = missions.flatMap { mission in
            // A pledge's topic continues after the mission; the others end with it, and the submission reader drops
            // longer names that begin with this one.
            kinds.map { $0 == TopicKind.pledge.rawValue ? "\($0).\(mission)." : "\($0).\(mission)" }
        }
        return Set(ofMissions + ["head."])
    }

    // MARK: Reading

    private func read() {
        guard let socket, waiting == nil else { return }
        do throws(ZeroMQError) {
            try socket.receive(
                into: batch, messagesMax: DaemonLimits.intakeBatchMessages, bytesMax: DaemonLimits.intakeBatchBytes)
        } catch {
            logger.error("reading events failed", metadata: ["socket": "intake", "error": "\(error)"])
            return
        }
        guard !batch.isEmpty else { return }
        var messages: [IncomingMessage] = []
        messages.reserveCapacity(batch.count)
        batch.forEach { messages.append(IncomingMessage($0)) }
        batch.removeAll()
        enqueue(Submission(channel: .intake, messages: messages))
    }

    /// Queues a submission. If acceptance is behind, the socket is not read until there is room: ZeroMQ's queues fill,
    /// and messages that a publisher then drops show as a gap in its sequence.
    private func enqueue(_ submission: Submission) {
        let isQueued = queue.offer(submission)
        meters.set(queue: "intake", to: queue.depths.intake)
        guard !isQueued else { return }
        meters.countSocket(.intake, .paused)
        registration?.pause()
        waiting = Task {
            repeat { await queue.room() } while !queue.offer(submission) && !queue.isClosed
            resume()
        }
    }

    private func resume() {
        waiting = nil
        registration?.resume()
    }

    // MARK: Endpoints and topics

    private func subscribe(to wanted: Set<String>) throws(ZeroMQError) {
        guard let socket else { return }
        for prefix in wanted.subtracting(prefixes) { try socket.subscribe(to: prefix) }
        for prefix in prefixes.subtracting(wanted) { try socket.unsubscribe(from: prefix) }
        prefixes = wanted
    }

    private func connect(to wanted: [Endpoint]) throws(ZeroMQError) {
        guard let socket else { return }
        for endpoint in Set(wanted).subtracting(connected) {
            try socket.connect(endpoint)
            connected.insert(endpoint)
        }
        for endpoint in connected.subtracting(wanted) {
            try socket.disconnect(endpoint)
            connected.remove(endpoint)
        }
    }
}

extension IncomingMessage {
    /// Copies a message out of libzmq.
    fileprivate init(_ message: borrowing ReceivedMessage) {
        if message.frameCountTotal == 2, message.frameCount == 2 {
            self.init(.framed(topic: message.bytes(0), payload: message.bytes(1)))
        } else {
            // A message has a frame at least; the first is the one that a subscription matched.
            self.init(
                .misframed(
                    frames: message.frameCountTotal, topic: message.bytes(0),
                    bytes: message.bytes(message.frameCount - 1)))
        }
    }
}
