import ZeroMQ

/// An actor with one receiving socket on a socket thread that keeps the received messages, so that tests can wait for
/// them.
actor Collector {
    let executorThread: SocketThread
    private var thread: SocketThread { executorThread }
    nonisolated var unownedExecutor: UnownedSerialExecutor { executorThread.asUnownedSerialExecutor() }

    private var socket: PullSocket?
    private var registration: Registration?
    private let batch = MessageBatch()
    private(set) var messages: [Message] = []
    private(set) var events: [MonitorEvent] = []
    private(set) var hasEnded = false
    /// The number of messages of another collector of the same thread when the first arrived here.
    private(set) var othersCount: Int?
    private var other: Collector?
    private struct Waiter {
        let condition: @Sendable (isolated Collector) -> Bool
        let continuation: CheckedContinuation<Void, Never>
    }
    private var waiters: [Waiter] = []

    init(on thread: SocketThread) { executorThread = thread }

    /// Binds and registers a monitored socket.
    func bind(_ context: Context, to endpoint: Endpoint, options: SocketOptions = SocketOptions()) throws -> Endpoint {
        let socket = try PullSocket(context, options: options)
        try thread.monitor(socket, for: self) { collector, events in
            collector.events += events
            collector.changed()
        }
        let bound = try socket.bind(endpoint)
        registration = try thread.register(
            socket, for: self, onReadable: { $0.read() },
            onEnd: { collector in
                collector.hasEnded = true
                collector.changed()
            })
        self.socket = socket
        return bound
    }

    func watch(_ other: Collector) { self.other = other }

    /// Registers both sockets, so that they are polled from the same turn on.
    func resumeTogether(with other: Collector) {
        resume()
        other.assumeIsolated { $0.resume() }
    }

    func pause() { registration?.pause() }
    func resume() { registration?.resume() }
    func close() { socket?.close() }
    var isOpen: Bool { socket?.isOpen ?? false }

    /// Waits until the condition holds.
    func wait(until condition: @escaping @Sendable (isolated Collector) -> Bool) async {
        if condition(self) { return }
        await withCheckedContinuation { waiters.append(Waiter(condition: condition, continuation: $0)) }
    }

    private func read() {
        preconditionIsolated()  // a handler runs on the actor's executor
        guard let socket, (try? socket.receive(into: batch)) ?? 0 > 0 else { return }
        if othersCount == nil { othersCount = other?.assumeIsolated { $0.messages.count } }
        batch.forEach { messages.append($0.copy()) }
        changed()
    }

    private func changed() {
        for waiter in waiters where waiter.condition(self) { waiter.continuation.resume() }
        waiters.removeAll { $0.condition(self) }
    }
}
