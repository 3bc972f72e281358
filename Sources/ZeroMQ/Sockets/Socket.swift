import CZeroMQ

/// A ZeroMQ socket of one type: `SubSocket`, `RouterSocket` and so on (``Pattern``).
///
/// It is not `Sendable`: it belongs to the actor that made it, whose executor is a ``SocketThread``, or to a plain
/// thread. It works only while its thread calls into it, so register it with the thread and never leave it idle.
///
/// ```swift
/// let socket = try SubSocket(context, options: .with { $0.receiveHighWater = 100_000 })
/// let endpoint = try socket.bind(Endpoint("tcp://127.0.0.1:*"))   // with the port that was free
/// try socket.subscribe(to: "weather.")
/// ```
public final class Socket<Kind: SocketKind> {
    let core: SocketCore

    /// - Throws: ``ZeroMQError`` naming the option that libzmq refuses.
    public init(_ context: Context, options: SocketOptions = SocketOptions()) throws(ZeroMQError) {
        core = try SocketCore(Kind.self, context: context, options: options)
        // Without it an answer to a departed peer vanishes in silence.
        if Kind.number == ZMQ_ROUTER { try core.set("mandatory", ZMQ_ROUTER_MANDATORY, Int32(1)) }
        // Without it a client of a fixed identity that comes back is ignored until its old connection is noticed as dead.
        if Kind.number == ZMQ_ROUTER { try core.set("handover", ZMQ_ROUTER_HANDOVER, Int32(1)) }
        // Without it the second subscriber of a topic is never heard of.
        if Kind.number == ZMQ_XPUB { try core.set("verbose", ZMQ_XPUB_VERBOSE, Int32(1)) }
    }

    /// Begins to listen.
    /// - Returns: The endpoint as bound: with the port when any free one was asked for.
    /// - Throws: ``ZeroMQError/Code/addressInUse`` also for an ipc path that another process holds.
    @discardableResult
    public func bind(_ endpoint: Endpoint) throws(ZeroMQError) -> Endpoint { try core.bind(endpoint) }

    /// Stops listening there. Give the endpoint that ``bind(_:)`` answered.
    public func unbind(_ endpoint: Endpoint) throws(ZeroMQError) { try core.unbind(endpoint) }

    /// Begins to connect, and goes on trying for as long as the socket lives.
    public func connect(_ endpoint: Endpoint) throws(ZeroMQError) { try core.connect(endpoint) }

    /// Ends connections to there.
    public func disconnect(_ endpoint: Endpoint) throws(ZeroMQError) { try core.disconnect(endpoint) }

    /// Closes it; messages not yet delivered linger as the options say. Closing twice is no mistake.
    public func close() { core.close() }

    public var isOpen: Bool { core.isOpen }

    /// Frames thrown away since it was opened because a message had more than a batch keeps.
    public var framesDropped: Int { core.framesDropped }

    /// Makes libzmq read what its threads have to tell (new subscriptions, credit given back, peers come and gone) and
    /// says whether the socket could be read from or written to now.
    @discardableResult
    public func refreshEvents() throws(ZeroMQError) -> Readiness {
        Readiness(rawValue: Int16(truncatingIfNeeded: try core.events()))
    }

    /// Blocks the calling thread until the socket is ready. For tools and tests: an actor registers instead.
    /// - Returns: Whether it became ready in time.
    public func wait(for readiness: Readiness, within timeout: Duration) throws(ZeroMQError) -> Bool {
        try core.wait(for: Int32(readiness.rawValue), within: timeout)
    }
}

/// What a socket or a descriptor is ready for.
public struct Readiness: OptionSet, Hashable, Sendable {
    public let rawValue: Int16
    public init(rawValue: Int16) { self.rawValue = rawValue }
    public static let readable = Readiness(rawValue: Int16(ZMQ_POLLIN))
    public static let writable = Readiness(rawValue: Int16(ZMQ_POLLOUT))
}
