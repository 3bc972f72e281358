/// A client that sends requests to a REP or ROUTER and waits for the replies, several at a time, each with its own
/// time limit.
///
/// It is a DEALER that sends `[number, empty, body…]` and matches a reply to its request by the number, so that a late
/// reply is never mistaken for another one. A server needs no change: it returns the frames that precede the body, as
/// ROUTER servers do for REQ clients.
/// ```swift
/// let requester = try Requester(context, on: thread, to: Endpoint("tcp://127.0.0.1:5562"))
/// let answer = try await requester.request([Array("hello".utf8)], timeout: .seconds(5))
/// ```
public actor Requester {
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    /// The number of replies that matched no pending request: late or repeated replies, or an unknown number.
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

    /// Creates a requester, which connects with its first request.
    /// - Parameter pendingMax: The maximum number of requests in progress; more fail with `queueFull`.
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

    /// Sends a request and waits for its reply.
    /// - Returns: The frames of the reply's body, without the number and the empty frame.
    /// - Throws: ``ZeroMQError/Code/timedOut`` if no reply arrived in time, also if no server is connected;
    ///   ``ZeroMQError/Code/queueFull`` if too many requests are in progress; `CancellationError` if the task was
    ///   cancelled.
    public func request(_ body: [[UInt8]], timeout: Duration) async throws -> Message {
        try Task.checkCancellation()
        let socket = try open()
        guard pending.count < pendingMax else { throw error(.queueFull, "wait for replies, or send fewer requests") }
        lastNumber &+= 1
        let number = lastNumber
        let frames = [withUnsafeBytes(of: number.bigEndian) { Array($0) }, []] + body
        guard try socket.send(frames) == .sent else { throw error(.queueFull, "check whether the server runs") }

        let reply = PendingReply<Reply>()
        let unanswered = error(
            .timedOut, "check whether the server runs and how busy it is (waited \(timeout) for the reply)")
        let expiry = try thread.after(timeout, for: self) { _ in reply.resolve(.failure(unanswered)) }
        pending[number] = Pending(reply: reply, timeout: expiry)
        let result = await withTaskCancellationHandler {
            await reply.value()
        } onCancel: {
            reply.resolve(.failure(unanswered))
        }
        pending.removeValue(forKey: number)?.timeout.cancel()
        if case .failure = result { try Task.checkCancellation() }
        return try result.get()
    }

    /// Closes the socket. Requests in progress fail with ``ZeroMQError/Code/closed``; a later request connects again.
    public func close() {
        socket?.close()
        socket = nil
        for (_, pending) in pending {
            pending.reply.resolve(.failure(error(.closed, "repeat the request: the requester was closed")))
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
        // An error here means that the context was shut down, which the poll reports too; the requests then time out.
        guard let socket, (try? socket.receive(into: batch)) ?? 0 > 0 else { return }
        batch.forEach { message in
            guard message.frameCount > 2, message.frameCountTotal == message.frameCount, message.byteCount(1) == 0,
                let number = message.withUnsafeBytes(0, Requester.number), let pending = pending[number],
                pending.reply.resolve(.success(Message(Array(message.copy().frames.dropFirst(2)))))
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
        ZeroMQError(code, "get a reply from", subject: endpoint.description, remedy: remedy)
    }
}
