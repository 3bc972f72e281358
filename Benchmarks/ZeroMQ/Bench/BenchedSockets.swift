import ZeroMQ

/// A counter of the messages of a SUB, in the actor's own loop.
actor BenchedReceiver {
    private let thread: SocketThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    private let batch = MessageBatch()
    private let copies: Bool
    private var socket: SubSocket?
    private var missing: Int
    private var byteCount = 0
    private var start: ContinuousClock.Instant?
    private var elapsed: Duration?
    private var waiter: CheckedContinuation<Duration, Never>?

    /// Creates a counter.
    /// - Parameter copies: Whether both frames are copied into arrays, as a program does that forwards them.
    init(on thread: SocketThread, count: Int, copies: Bool) {
        self.thread = thread
        self.copies = copies
        missing = count
    }

    func bind(_ context: Context) throws -> Endpoint {
        let socket = try SubSocket(context, options: .with { $0.receiveHighWater = 100_000 })
        try socket.subscribe(to: "")
        let endpoint = try socket.bind(.tcp("127.0.0.1", port: 0))
        try thread.register(socket, for: self, onReadable: { $0.read() })
        self.socket = socket
        return endpoint
    }

    /// Waits for the last message and returns the time since the first batch.
    func duration() async -> Duration {
        if let elapsed { return elapsed }
        return await withCheckedContinuation { waiter = $0 }
    }

    private func read() {
        guard let socket, let count = try? socket.receive(into: batch), count > 0 else { return }
        let start = start ?? .now
        self.start = start
        batch.forEach { message in
            if copies {
                byteCount += message.bytes(0).count + message.bytes(1).count
            } else {
                byteCount += message.byteCount(0) + message.byteCount(1)
            }
        }
        missing -= count
        if missing == 0 {
            elapsed = start.duration(to: .now)
            waiter?.resume(returning: start.duration(to: .now))
        }
    }
}

/// A server that returns every request, in the actor's own loop.
actor BenchedResponder {
    private let thread: SocketThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    private let batch = MessageBatch()
    private var socket: RouterSocket?
    init(on thread: SocketThread) { self.thread = thread }

    func bind(_ context: Context) throws -> Endpoint {
        let socket = try RouterSocket(context)
        let endpoint = try socket.bind(.tcp("127.0.0.1", port: 0))
        try thread.register(socket, for: self, onReadable: { $0.read() })
        self.socket = socket
        return endpoint
    }

    private func read() {
        guard let socket, (try? socket.receive(into: batch)) ?? 0 > 0 else { return }
        batch.forEach { message in
            guard let (envelope, body) = message.copy().request() else { return }
            _ = try? socket.reply(to: envelope, body)
        }
    }
}
