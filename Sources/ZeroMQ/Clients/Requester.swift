/// Asks questions of a REP or ROUTER and waits for the answers: many at a time, each with its own time limit.
///
/// It is a DEALER that sends `[number, empty, body…]` and knows an answer by the number, so a late one meets nobody.
/// Servers that give back what stood before the body, as ROUTER servers do for REQ clients, answer it unchanged.
/// ```swift
/// let requester = try Requester(context, on: thread, to: Endpoint("tcp://127.0.0.1:5562"))
/// let answer = try await requester.request([Array("hello".utf8)], timeout: .seconds(5))
/// ```
public actor Requester {
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    /// Answers that met nobody: late, twice, or without a number of ours.
    public private(set) var strayReplies = 0

    private typealias Reply = Result<Message, ZeroMQError>
    private struct Pending {
        let reply: PendingReply<Reply>
        let timeout: ScheduledCall
    }
    private let context: Context
    private let thread: SocketThread
    private let endpoint: Endpoint
    private let options: SocketOptions
    private let pendingMax: Int
    private var socket: DealerSocket?
    private var pending: [UInt64: Pending] = [:]
    private var lastNumber: UInt64 = 0
    private let batch = MessageBatch(messagesMax: 64)

    /// Connects with the first request.
    /// - Parameter pendingMax: Requests that may be under way at once; more fail with `queueFull`.
    public init(
        _ context: Context, on thread: SocketThread, to endpoint: Endpoint,
        options: SocketOptions = .with { $0.linger = .zero }, pendingMax: Int = 1000
    ) {
        self.context = context
        self.thread = thread
        self.endpoint = endpoint
        self.options = options
        self.pendingMax = pendingMax
    }

    /// Sends a request and waits for its answer.
    /// - Returns: The answer's frames, without what stood before the body.
    /// - Throws: ``ZeroMQError/Code/timedOut`` when no answer came in time, be it that nobody is there;
    ///   ``ZeroMQError/Code/queueFull`` when too many are under way; `CancellationError` when the task was cancelled.
    public func request(_ body: [[UInt8]], timeout: Duration) async throws -> Message {
        try Task.checkCancellation()
        let socket = try open()
        guard pending.count < pendingMax else { throw error(.queueFull, "wait for answers, or ask less at a time") }
        lastNumber &+= 1
        let number = lastNumber
        let frames = [withUnsafeBytes(of: number.bigEndian) { Array($0) }, []] + body
        guard try socket.send(frames) == .sent else { throw error(.queueFull, "look whether anybody answers there") }

        let reply = PendingReply<Reply>()
        let unanswered = error(
            .timedOut, "look whether anybody is bound there and how busy it is (waited \(timeout) for the answer)")
        let expiry = try thread.after(timeout, for: self) { _ in reply.answer(.failure(unanswered)) }
        pending[number] = Pending(reply: reply, timeout: expiry)
        let result = await withTaskCancellationHandler {
            await reply.value()
        } onCancel: {
            reply.answer(.failure(unanswered))
        }
        pending.removeValue(forKey: number)?.timeout.cancel()
        if case .failure = result { try Task.checkCancellation() }
        return try result.get()
    }

    /// Closes the socket; requests under way fail with ``ZeroMQError/Code/closed``. A later request connects anew.
    public func close() {
        socket?.close()
        socket = nil
        for (_, pending) in pending {
            pending.reply.answer(.failure(error(.closed, "ask again: the requester was closed meanwhile")))
        }
    }

    private func open() throws(ZeroMQError) -> DealerSocket {
        if let socket, socket.isOpen { return socket }
        let socket = try DealerSocket(context, options: options)
        try socket.connect(endpoint)
        try thread.register(socket, for: self, onReadable: { $0.read() }, onEnd: { $0.close() })
        self.socket = socket
        return socket
    }

    private func read() {
        // An error here is the context's end, which the poll tells too; the requests then end by their timeouts.
        guard let socket, (try? socket.receive(into: batch)) ?? 0 > 0 else { return }
        batch.forEach { message in
            guard message.frameCount > 2, message.frameCountTotal == message.frameCount, message.byteCount(1) == 0,
                let number = message.withUnsafeBytes(0, Requester.number), let pending = pending[number],
                pending.reply.answer(.success(Message(Array(message.copy().frames.dropFirst(2)))))
            else {
                strayReplies += 1
                return
            }
        }
        batch.removeAll()
    }

    private static func number(_ bytes: UnsafeRawBufferPointer) -> UInt64? {
        bytes.count == 8 ? UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)) : nil
    }

    private func error(_ code: ZeroMQError.Code, _ remedy: String) -> ZeroMQError {
        ZeroMQError(code, "get an answer from", subject: endpoint.description, remedy: remedy)
    }
}
