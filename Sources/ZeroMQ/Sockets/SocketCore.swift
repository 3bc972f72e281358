import CZeroMQ
import Glibc

/// libzmq's socket: opened here, closed exactly once, used by one thread at a time. ``Socket`` gives it its type,
/// ``PollLoop`` its turns.
final class SocketCore {
    let context: Context
    let kind: any SocketKind.Type
    private var handle: UnsafeMutableRawPointer?
    /// Locks of the ipc paths that it is bound to.
    private var pathLocks: [Endpoint: PathLock] = [:]
    /// For frames nobody keeps, and to know whether the rest of a cut message is still to be thrown away.
    let scratch = UnsafeMutablePointer<zmq_msg_t>.allocate(capacity: 1)
    var isDraining = false
    /// Frames thrown away since the socket was opened, beyond those a batch keeps of a message.
    var framesDropped = 0
    /// Messages sent since libzmq was last made to read its commands. See ``refreshEvents()``.
    var sentSinceRefresh = 0
    let options: SocketOptions
    /// Our end of the monitor, when there is one.
    var monitor: SocketCore?
    /// Set by the poll loop that has it, to forget it in time.
    var willClose: (() -> Void)?

    init(_ kind: any SocketKind.Type, context: Context, options: SocketOptions) throws(ZeroMQError) {
        do {
            handle = try context.openSocket(kind)
        } catch {
            scratch.deallocate()  // no deinit follows: the object was never whole
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

    /// The handle to call libzmq with.
    func opened(_ operation: @autoclosure () -> String) throws(ZeroMQError) -> UnsafeMutableRawPointer {
        guard let handle else {
            throw ZeroMQError(
                .closed, operation(), subject: "on a closed \(kind.name) socket", remedy: "make a new socket")
        }
        return handle
    }

    /// Gives the socket back; what lingers is libzmq's from here on. Closing twice is no mistake.
    func close() {
        guard let handle else { return }
        willClose?()
        willClose = nil
        self.handle = nil
        // The monitor ends first and its reader last: libzmq would wait for a reader that is gone.
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
                remedy: "name the address and the port: * is for binding only")
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
                .invalidOption, operation, subject: endpoint.description, remedy: "set the option ipv6 for it")
        }
    }

    // MARK: Readiness

    /// What `ZMQ_EVENTS` says: `ZMQ_POLLIN` and `ZMQ_POLLOUT`. Asking also makes libzmq read its commands: new
    /// subscriptions, credit given back, peers come and gone.
    func events() throws(ZeroMQError) -> Int32 {
        sentSinceRefresh = 0
        return try get("events", ZMQ_EVENTS, as: Int32.self)
    }

    /// Blocks the calling thread until the socket is ready or the time is over.
    /// - Returns: Whether it is ready.
    func wait(for events: Int32, within timeout: Duration) throws(ZeroMQError) -> Bool {
        let deadline = ContinuousClock.now + timeout
        while true {
            let left = max(.zero, ContinuousClock.now.duration(to: deadline))
            var item = zmq_pollitem_t(socket: try opened("wait"), fd: -1, events: Int16(events), revents: 0)
            let result = cz_poll(&item, 1, left.wholeMilliseconds)
            if result > 0 { return true }
            if result == 0 && left == .zero { return false }
            // In a forked child every call is interrupted, so trying again there would spin for ever.
            if result == -EINTR && getpid() != context.process {
                throw ZeroMQError(
                    .wrongProcess, "wait", remedy: "start child processes by posix_spawn; fork leaves sockets behind")
            }
            if result < 0 && result != -EINTR { throw ZeroMQError(result: result, "wait") }
        }
    }
}

extension Duration {
    /// Rounded up, so that a wait is never cut short into a busy loop, and kept within ``Limits/pollMsMax``.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < Int64(Limits.pollMsMax / 1000) else { return Limits.pollMsMax }
        guard self > .zero else { return 0 }
        return Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
