/// Follows publishers as an asynchronous sequence with a bounded buffer.
///
/// When the buffer is full it stops reading: libzmq's queue fills, and what does not fit there the publisher drops.
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
    /// What nobody asked for yet; never more than `bufferMax` and one batch.
    private var buffer: ArraySlice<Message> = []
    private var waiters: [PendingReply<Message?>] = []
    private var isClosed = false

    /// - Parameters:
    ///   - endpoints: Publishers to connect to.
    ///   - prefixes: What the first frame may begin with; `[""]` for everything.
    ///   - bufferMax: Messages kept for a reader that is behind.
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

    /// Connects and subscribes. Once.
    public func start() throws(ZeroMQError) {
        let socket = try SubSocket(context, options: options)
        for prefix in prefixes { try socket.subscribe(to: prefix) }
        for endpoint in endpoints { try socket.connect(endpoint) }
        registration = try thread.register(socket, for: self, onReadable: { $0.read() }, onEnd: { $0.close() })
        self.socket = socket
    }

    /// The next message, waiting for it.
    /// - Returns: `nil` when the subscriber was closed and everything read, or the task was cancelled.
    public func next() async -> Message? {
        if let message = buffer.popFirst() {
            if buffer.isEmpty { buffer = [] }  // a slice keeps what was taken from it
            if buffer.count <= bufferMax / 2, let registration, registration.isPaused { registration.resume() }
            return message
        }
        if isClosed || Task.isCancelled { return nil }
        let waiter = PendingReply<Message?>()
        waiters.append(waiter)
        let message = await withTaskCancellationHandler {
            await waiter.value()
        } onCancel: {
            waiter.answer(nil)
        }
        if message == nil { waiters.removeAll { $0 === waiter } }
        return message
    }

    /// Closes the socket and ends the sequence after what is in the buffer.
    public func close() {
        isClosed = true
        socket?.close()
        for waiter in waiters { waiter.answer(nil) }
        waiters = []
    }

    public nonisolated func makeAsyncIterator() -> Iterator { Iterator(subscriber: self) }

    public struct Iterator: AsyncIteratorProtocol {
        let subscriber: Subscriber
        public mutating func next() async -> Message? { await subscriber.next() }
    }

    private func read() {
        // An error here is the context's end, which the poll tells too.
        guard let socket, (try? socket.receive(into: batch)) ?? 0 > 0 else { return }
        batch.forEach { message in deliver(message.copy()) }
        batch.removeAll()
        if buffer.count >= bufferMax { registration?.pause() }
    }

    private func deliver(_ message: Message) {
        while !waiters.isEmpty {
            if waiters.removeFirst().answer(message) { return }  // a cancelled one takes nothing
        }
        buffer.append(message)
    }
}
