import CZeroMQ

/// One frame in libzmq's memory: moved, never copied, and closed exactly once.
///
/// Use it to build a large payload in place or to forward a received one. Otherwise use `[UInt8]`, since the cost of
/// copying a few hundred bytes is negligible.
public struct Frame: ~Copyable {
    /// libzmq's message. Allocated, because its 64 bytes must not change their address, as a Swift value might.
    let message: UnsafeMutablePointer<zmq_msg_t>

    /// Creates an empty frame.
    public init() {
        message = .allocate(capacity: 1)
        zmq_msg_init(message)
    }

    /// Creates a frame whose bytes are written in place.
    /// - Throws: ``ZeroMQError/Code/outOfMemory``.
    public init(byteCount: Int, initializingWith body: (UnsafeMutableRawBufferPointer) -> Void) throws(ZeroMQError) {
        precondition(byteCount >= 0)
        message = .allocate(capacity: 1)
        let result = cz_msg_init_size(message, byteCount)
        if result < 0 {
            zmq_msg_init(message)  // deinit closes it
            throw ZeroMQError(result: result, "allocate a frame of \(byteCount) bytes")
        }
        body(UnsafeMutableRawBufferPointer(start: zmq_msg_data(message), count: byteCount))
    }

    /// Creates a frame with a copy of the bytes.
    public init(_ bytes: [UInt8]) throws(ZeroMQError) {
        try self.init(byteCount: bytes.count) { $0.copyBytes(from: bytes) }
    }

    /// Creates a frame from the content of another message, which is then empty.
    init(moving source: UnsafeMutablePointer<zmq_msg_t>) {
        self.init()
        zmq_msg_move(message, source)
    }

    deinit {
        zmq_msg_close(message)
        message.deallocate()
    }

    /// The number of bytes.
    public var byteCount: Int { zmq_msg_size(message) }

    /// Calls the closure with the bytes, which are valid only during the call.
    public func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(Frame.buffer(message))
    }

    /// A copy of the bytes.
    public var bytes: [UInt8] { Frame.array(message) }

    /// Returns a property of the connection on which the frame was received, or `nil` for a frame that was not
    /// received.
    public func property(_ property: PeerProperty) -> String? { Frame.property(property, of: message) }
}

// Unchecked, because the message belongs only to this value (no copies exist), and libzmq's messages are not bound to a
// thread: messages that share memory count their references atomically.
extension Frame: @unchecked Sendable {}
