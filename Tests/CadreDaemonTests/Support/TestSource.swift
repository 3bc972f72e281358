import ZeroMQ

/// A publisher of events. It is an XPUB, which knows when intake has subscribed, so that no event is lost before.
actor TestSource {
    nonisolated let thread: SocketThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    private let context: Context
    private var socket: XPubSocket?
    private var subscriptions = 0
    private var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

    init(_ context: Context, on thread: SocketThread) {
        self.context = context
        self.thread = thread
    }

    /// Connects and waits for a number of subscriptions.
    func start(_ endpoints: [Endpoint], subscriptions: Int) async throws {
        let socket = try XPubSocket(context, options: .with { $0.sendHighWater = 200_000 })
        for endpoint in endpoints { try socket.connect(endpoint) }
        try thread.register(socket, for: self, onReadable: { $0.read() })
        self.socket = socket
        await subscribed(count: subscriptions)
    }

    /// Binds to a free port, so that intake can connect.
    func bind() throws -> Endpoint {
        let socket = try XPubSocket(context)
        let endpoint = try socket.bind(try Endpoint("tcp://127.0.0.1:*"))
        try thread.register(socket, for: self, onReadable: { $0.read() })
        self.socket = socket
        return endpoint
    }

    func send(_ topic: String, _ payload: String) throws {
        try send([Array(topic.utf8), Array(payload.utf8)])
    }

    func send(_ frames: [[UInt8]]) throws {
        guard try socket?.send(frames) == .sent else {
            throw TestFailure("intake does not take \(frames.count) frames")
        }
    }

    /// Waits for a number of subscriptions.
    func subscribed(count: Int) async {
        guard subscriptions < count else { return }
        await withCheckedContinuation { waiters.append((count, $0)) }
    }

    private func read() {
        for case .subscribed in (try? socket?.receiveSubscriptions())?.events ?? [] { subscriptions += 1 }
        let ready = waiters.filter { $0.count <= subscriptions }
        waiters.removeAll { $0.count <= subscriptions }
        for waiter in ready { waiter.continuation.resume() }
    }
}
