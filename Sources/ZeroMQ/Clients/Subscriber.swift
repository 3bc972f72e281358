/// The messages of publishers as an asynchronous sequence with a bounded buffer.
///
/// When the buffer is full, the subscriber stops reading: libzmq's queue fills, and the publisher drops the messages
/// that do not fit into it.
/// ```swift
/// let subscriber = Subscriber(context, on: thread, to: [endpoint], prefixes: ["weather."])
/// try await subscriber.start()
/// for await message in subscriber { … }
/// ```
public actor Subscriber: AsyncSequence {
    public typealias Element = Message

    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private let context: Context
    private let thread: SocketThread
    private let endpoints: [Endpoint]
    private let prefixes: [String]
    private let options: SocketOptions
    private let bufferMax: Int
    private let batch = MessageBatch()
    private var socket: SubSocket?
    private var registration: Registration?
    /// Messages received but not yet returned by ``next()``: at most `bufferMax` and one batch.
    private var buffer: ArraySlice<Message> = []
    private var waiters: [PendingReply<Message?>] = []
    private var isClosed = false

    /// Creates a subscriber, which connects in ``start()``.
    /// - Parameters:
    ///   - endpoints: The publishers to connect to.
    ///   - prefixes: The prefixes of the first frame to subscribe to; `[""]` for all messages.
    ///   - bufferMax: The number of messages kept for a slow reader, at least 1.
    public init(
        _ context: Context, on thread: SocketThread, to endpoints: [Endpoint], prefixes: [String] = [""],
        options: SocketOptions = SocketOptions(), bufferMax: Int = 1024
    ) {
        precondition(bufferMax > 0)
        self.context = context
        self.thread = thread
        self.endpoints = endpoints
        self.prefixes = prefixes
        self.options = options
        self.bufferMax = bufferMax
    }

    /// Connects and subscribes. Must be called once.
    public func start() throws(ZeroMQError) {
        let socket = try SubSocket(context, options: options)
        for prefix in prefixes { try socket.subscribe(to: prefix) }
        for endpoint in endpoints { try socket.connect(endpoint) }
        registration = try thread.register(socket, for: self, onReadable: { $0.read() }, onEnd: { $0.close() })
        self.socket = socket
    }

    /// Returns the next message, after waiting for it if necessary.
    /// - Returns: A message, or `nil` if the subscriber is closed and its buffer empty, or if the task was cancelled.
    public func next() async -> Message? {
        if let message = buffer.popFirst() {
            if buffer.isEmpty { buffer = [] }  // a slice retains the elements that were removed from it
            if buffer.count <= bufferMax / 2, let registration, registration.isPaused { registration.resume() }
            return message
        }
        if isClosed || Task.isCancelled { return nil }
        let waiter = PendingReply<Message?>()
        waiters.append(waiter)
        let message = await withTaskCancellationHandler {
            await waiter.value()
        } onCancel: {
            waiter.resolve(nil)
        }
        if message == nil { waiters.removeAll { $0 === waiter } }
        return message
    }

    /// Closes the socket and ends the sequence after the messages in the buffer.
    public func close() {
        isClosed = true
        socket?.close()
        for waiter in waiters { waiter.resolve(nil) }
        waiters = []
    }

    public nonisolated func makeAsyncIterator() -> Iterator { Iterator(subscriber: self) }

    /// An iterator over the messages. All iterators of a subscriber share its buffer: each message is returned once.
    public struct Iterator: AsyncIteratorProtocol {
        let subscriber: Subscriber
        public mutating func next() async -> Message? { await subscriber.next() }
    }

    private func read() {
        // An error here means that the context was shut down, which the poll reports too.
        guard let socket, (try? socket.receive(into: batch)) ?? 0 > 0 else { return }
        batch.forEach { message in deliver(message.copy()) }
        batch.removeAll()
        if buffer.count >= bufferMax { registration?.pause() }
    }

    private func deliver(_ message: Message) {
        while !waiters.isEmpty {
            if waiters.removeFirst().resolve(message) { return }  // false for a cancelled waiter
        }
        buffer.append(message)
    }
}
