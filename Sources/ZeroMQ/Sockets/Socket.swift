import CZeroMQ

/// A ZeroMQ socket of one type: `SubSocket`, `RouterSocket` and so on (``Pattern``).
///
/// It is not `Sendable`: it belongs to the actor that created it, whose executor is a ``SocketThread``, or to a plain
/// thread. Register it with the thread and never leave it idle, because libzmq processes a socket's commands only
/// during calls on it.
///
/// ```swift
/// let socket = try SubSocket(context, options: .with { $0.receiveHighWater = 100_000 })
/// let endpoint = try socket.bind(Endpoint("tcp://127.0.0.1:*"))   // with the actual port
/// try socket.subscribe(to: "weather.")
/// ```
public final class Socket<Kind: SocketKind> {
    let core: SocketCore

    /// Opens a socket and sets its options.
    /// - Throws: A ``ZeroMQError`` that names the option that libzmq refuses.
    public init(_ context: Context, options: SocketOptions = SocketOptions()) throws(ZeroMQError) {
        core = try SocketCore(Kind.self, context: context, options: options)
        // Without this option, a reply to a disconnected peer is dropped silently.
        if Kind.number == ZMQ_ROUTER { try core.set("mandatory", ZMQ_ROUTER_MANDATORY, Int32(1)) }
        // Without this option, a client with a fixed identity that reconnects is ignored until its old connection times out.
        if Kind.number == ZMQ_ROUTER { try core.set("handover", ZMQ_ROUTER_HANDOVER, Int32(1)) }
        // Without this option, the second subscriber of a topic is not reported.
        if Kind.number == ZMQ_XPUB { try core.set("verbose", ZMQ_XPUB_VERBOSE, Int32(1)) }
    }

    /// Binds the socket to an endpoint and listens there.
    /// - Returns: The endpoint as bound, with the actual port if any free one was requested.
    /// - Throws: ``ZeroMQError/Code/addressInUse``, also for an ipc path that another process is bound to.
    @discardableResult
    public func bind(_ endpoint: Endpoint) throws(ZeroMQError) -> Endpoint { try core.bind(endpoint) }

    /// Stops listening on an endpoint, which must be the result of ``bind(_:)``.
    public func unbind(_ endpoint: Endpoint) throws(ZeroMQError) { try core.unbind(endpoint) }

    /// Connects to an endpoint in the background, and reconnects until the socket is closed.
    public func connect(_ endpoint: Endpoint) throws(ZeroMQError) { try core.connect(endpoint) }

    /// Ends the connection to an endpoint.
    public func disconnect(_ endpoint: Endpoint) throws(ZeroMQError) { try core.disconnect(endpoint) }

    /// Closes the socket. Undelivered messages linger as set in the options. A second call has no effect.
    public func close() { core.close() }

    /// Whether the socket is not yet closed.
    public var isOpen: Bool { core.isOpen }

    /// The number of frames discarded since the socket was opened because a message had more frames than a batch keeps.
    public var framesDropped: Int { core.framesDropped }

    /// Makes libzmq process its pending commands, and returns whether the socket is readable or writable.
    ///
    /// The commands are new subscriptions, returned credit, and connections and disconnections of peers.
    @discardableResult
    public func refreshEvents() throws(ZeroMQError) -> Readiness {
        Readiness(rawValue: Int16(truncatingIfNeeded: try core.events()))
    }

    /// Blocks the calling thread until the socket is ready. For tools and tests: an actor registers the socket instead.
    /// - Returns: Whether the socket became ready in time.
    public func wait(for readiness: Readiness, within timeout: Duration) throws(ZeroMQError) -> Bool {
        try core.wait(for: Int32(readiness.rawValue), within: timeout)
    }
}
