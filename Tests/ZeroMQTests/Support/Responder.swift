import ZeroMQ

/// A ROUTER on a socket thread that passes requests to the test and sends the test's replies.
actor Responder {
    private let thread: SocketThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    private var socket: RouterSocket?
    private let batch = MessageBatch()
    private var messages: ArraySlice<Message> = []
    private var waiter: CheckedContinuation<Message, Never>?

    init(on thread: SocketThread) { self.thread = thread }

    func bind(_ context: Context) throws -> Endpoint {
        let socket = try RouterSocket(context, options: .with { $0.linger = .zero })
        let endpoint = try socket.bind(anyPort())
        try thread.register(socket, for: self, onReadable: { $0.read() })
        self.socket = socket
        return endpoint
    }

    /// Waits for the next request and returns it.
    func next() async -> Message {
        if let message = messages.popFirst() { return message }
        return await withCheckedContinuation { waiter = $0 }
    }

    func send(_ frames: [[UInt8]]) throws -> SendOutcome? { try socket?.send(frames) }

    private func read() {
        guard let socket, (try? socket.receive(into: batch)) ?? 0 > 0 else { return }
        batch.forEach { messages.append($0.copy()) }
        if let waiter, let message = messages.popFirst() {
            self.waiter = nil
            waiter.resume(returning: message)
        }
    }
}
