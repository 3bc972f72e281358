import CZeroMQ
import Glibc

/// The owner of a libzmq socket: opened once, closed exactly once, used by one thread at a time.
///
/// ``Socket`` adds the socket type; `PollLoop` polls it.
final class SocketCore {
    let context: Context
    let kind: any SocketKind.Type
    private var handle: UnsafeMutableRawPointer?
    /// The locks of the ipc paths that the socket is bound to.
    private var pathLocks: [Endpoint: PathLock] = [:]
    /// The buffer for frames that are discarded.
    let scratch = UnsafeMutablePointer<zmq_msg_t>.allocate(capacity: 1)
    /// Whether the rest of a truncated message is still to be discarded.
    var isDraining = false
    /// The number of frames discarded since the socket was opened because a message had more frames than a batch keeps.
    var framesDropped = 0
    /// The number of messages sent since libzmq last processed its commands. See ``Socket/refreshEvents()``.
    var sentSinceRefresh = 0
    let options: SocketOptions
    /// The socket that receives the monitor's events, or `nil` without a monitor.
    var monitor: SocketCore?
    /// A handler with which the poll loop removes the socket before it is closed.
    var willClose: (() -> Void)?

    init(_ kind: any SocketKind.Type, context: Context, options: SocketOptions) throws(ZeroMQError) {
        do {
            handle = try context.openSocket(type: kind.number, name: kind.name)
        } catch {
            scratch.deallocate()  // no deinit follows: the object was never fully initialised
            throw error
        }
        self.context = context
        self.kind = kind
        self.options = options
        zmq_msg_init(scratch)
        try apply(options)
    }

    deinit {
        close()
        zmq_msg_close(scratch)
        scratch.deallocate()
    }

    var isOpen: Bool { handle != nil }

    /// Returns the handle for calls to libzmq.
    /// - Throws: ``ZeroMQError/Code/closed`` if the socket is closed.
    func opened(_ operation: @autoclosure () -> String) throws(ZeroMQError) -> UnsafeMutableRawPointer {
        guard let handle else {
            throw ZeroMQError(
                .closed, operation(), subject: "on a closed \(kind.name) socket", remedy: "create a new socket")
        }
        return handle
    }

    /// Closes the socket; libzmq keeps the messages that linger. A second call has no effect.
    func close() {
        guard let handle else { return }
        willClose?()
        willClose = nil
        self.handle = nil
        // The monitor ends first and its receiver last: otherwise libzmq would wait for a receiver that is closed.
        if monitor != nil { _ = cz_monitor(handle, nil, 0) }
        _ = cz_close(handle)
        monitor?.close()
        monitor = nil
        pathLocks.removeAll()
    }

    // MARK: Endpoints

    func bind(_ endpoint: Endpoint) throws(ZeroMQError) -> Endpoint {
        let handle = try opened("bind")
        try checkFamily(of: endpoint, "bind")
        if let path = endpoint.path {
            pathLocks[endpoint] = try PathLock(path: path, endpoint: endpoint)
        }
        let result = cz_bind(handle, endpoint.description)
        if result < 0 {
            pathLocks[endpoint] = nil
            throw ZeroMQError(result: result, "bind", subject: endpoint.description)
        }
        pathLocks[endpoint]?.noteBound()
        guard endpoint.transport == .tcp else { return endpoint }
        return try Endpoint(try getText("lastEndpoint", ZMQ_LAST_ENDPOINT))
    }

    func unbind(_ endpoint: Endpoint) throws(ZeroMQError) {
        let handle = try opened("unbind")
        try check("unbind", subject: endpoint.description) { cz_unbind(handle, endpoint.description) }
        pathLocks[endpoint] = nil
    }

    func connect(_ endpoint: Endpoint) throws(ZeroMQError) {
        let handle = try opened("connect")
        try checkFamily(of: endpoint, "connect")
        guard endpoint.transport != .tcp || (endpoint.port != nil && endpoint.host != "*") else {
            throw ZeroMQError(
                .invalidEndpoint, "connect", subject: endpoint.description,
                remedy: "specify the address and the port: * is for binding only")
        }
        try check("connect", subject: endpoint.description) { cz_connect(handle, endpoint.description) }
    }

    func disconnect(_ endpoint: Endpoint) throws(ZeroMQError) {
        let handle = try opened("disconnect")
        try check("disconnect", subject: endpoint.description) { cz_disconnect(handle, endpoint.description) }
    }

    private func checkFamily(of endpoint: Endpoint, _ operation: String) throws(ZeroMQError) {
        if endpoint.isIPv6 && !options.ipv6 {
            throw ZeroMQError(
                .invalidOption, operation, subject: endpoint.description, remedy: "set the option ipv6")
        }
    }

    // MARK: Readiness

    /// Returns the value of `ZMQ_EVENTS`: `ZMQ_POLLIN` and `ZMQ_POLLOUT`.
    ///
    /// The call also makes libzmq process its commands: new subscriptions, returned credit, and connections and
    /// disconnections of peers.
    func events() throws(ZeroMQError) -> Int32 {
        sentSinceRefresh = 0
        return try get("events", ZMQ_EVENTS, as: Int32.self)
    }

    /// Blocks the calling thread until the socket is ready or the time limit is reached.
    /// - Returns: Whether the socket is ready.
    func wait(for events: Int32, within timeout: Duration) throws(ZeroMQError) -> Bool {
        let deadline = ContinuousClock.now + timeout
        while true {
            let left = max(.zero, ContinuousClock.now.duration(to: deadline))
            var item = zmq_pollitem_t(socket: try opened("wait"), fd: -1, events: Int16(events), revents: 0)
            let result = cz_poll(&item, 1, left.wholeMilliseconds)
            if result > 0 { return true }
            if result == 0 && left == .zero { return false }
            // In a forked child every call is interrupted, so that repeating it would never end.
            if result == -EINTR && getpid() != context.process {
                throw ZeroMQError(
                    .wrongProcess, "wait",
                    remedy: "start child processes by posix_spawn: sockets do not work after fork")
            }
            if result < 0 && result != -EINTR { throw ZeroMQError(result: result, "wait") }
        }
    }
}
