import CZeroMQ

/// One frame as libzmq holds it: moved, never copied, and closed exactly once.
///
/// Use it to build a large payload in place or to pass a received one on; otherwise `[UInt8]` is as good, since copying
/// a few hundred bytes costs nothing beside the rest.
public struct Frame: ~Copyable {
    /// libzmq wants the 64 bytes where they are: a Swift value might be moved about.
    let message: UnsafeMutablePointer<zmq_msg_t>

    /// An empty frame.
    public init() {
        message = .allocate(capacity: 1)
        zmq_msg_init(message)
    }

    /// A frame whose bytes are written in place.
    /// - Throws: ``ZeroMQError/Code/outOfMemory``.
    public init(byteCount: Int, initializingWith body: (UnsafeMutableRawBufferPointer) -> Void) throws(ZeroMQError) {
        precondition(byteCount >= 0)
        message = .allocate(capacity: 1)
        let result = cz_msg_init_size(message, byteCount)
        if result < 0 {
            zmq_msg_init(message)  // deinit closes it
            throw ZeroMQError(result: result, "make a frame of \(byteCount) bytes")
        }
        body(UnsafeMutableRawBufferPointer(start: zmq_msg_data(message), count: byteCount))
    }

    /// A frame with a copy of the bytes.
    public init(_ bytes: [UInt8]) throws(ZeroMQError) {
        try self.init(byteCount: bytes.count) { $0.copyBytes(from: bytes) }
    }

    /// Takes over what another message holds and leaves that one empty.
    init(moving source: UnsafeMutablePointer<zmq_msg_t>) {
        self.init()
        zmq_msg_move(message, source)
    }

    deinit {
        zmq_msg_close(message)
        message.deallocate()
    }

    public var byteCount: Int { zmq_msg_size(message) }

    /// The bytes, valid within the closure only.
    public func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(FrameBytes.buffer(message))
    }

    /// A copy of the bytes.
    public var bytes: [UInt8] { FrameBytes.array(message) }

    /// What the connection it came by is known by; `nil` on a frame that was not received.
    public func property(_ property: PeerProperty) -> String? { FrameBytes.property(property, of: message) }
}

// The message belongs to this value alone (no copies exist), and libzmq's messages are not bound to a thread: what
// messages share among themselves is counted atomically.
extension Frame: @unchecked Sendable {}

/// What libzmq tells of the connection by which a frame came.
public struct PeerProperty: Hashable, Sendable {
    /// As `zmq_msg_gets` takes it.
    public let name: String
    public init(_ name: String) { self.name = name }

    /// The name that the ZAP handler gave the key. Means something only on a socket with CURVE, a ZAP domain and its
    /// enforcement (``Security``): elsewhere a peer writes there what it likes. An empty one is answered as `nil`.
    public static let userID = PeerProperty("User-Id")
    /// tcp: the numeric address; ipc: `host:uid:gid:pid`. The one property a peer cannot forge besides.
    public static let peerAddress = PeerProperty("Peer-Address")
    /// The peer's socket type, as the peer says.
    public static let socketType = PeerProperty("Socket-Type")
}

/// Reading from libzmq's message, for all that hold one.
enum FrameBytes {
    static func buffer(_ message: UnsafeMutablePointer<zmq_msg_t>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: zmq_msg_data(message), count: zmq_msg_size(message))
    }

    static func array(_ message: UnsafeMutablePointer<zmq_msg_t>) -> [UInt8] { Array(buffer(message)) }

    static func property(_ property: PeerProperty, of message: UnsafeMutablePointer<zmq_msg_t>) -> String? {
        guard let text = zmq_msg_gets(message, property.name), text.pointee != 0 else { return nil }
        return String(cString: text)
    }
}
