/// Registration by actors on this thread: an actor passes itself as `owner`, which is referenced weakly, and each
/// handler runs synchronously on it.
extension SocketThread {
    /// Adds a socket to the poll. Register every socket, also one that only sends: libzmq works on a socket only while
    /// it is polled. The registration ends when the socket is closed or with ``stop()``.
    /// - Parameters:
    ///   - onReadable: Called once per turn while messages are waiting. Receive a batch and return, because other
    ///     sockets wait.
    ///   - onWritable: Called once per turn while there is room and ``Registration/wantsWritable`` is set.
    ///   - onEnd: Called when the thread stops or the context is shut down, after the socket was closed, to notify
    ///     tasks that wait for it.
    /// - Throws: ``ZeroMQError/Code/terminated`` once the thread has stopped; ``ZeroMQError/Code/closed``.
    @discardableResult
    public func register<Kind, Owner: Actor>(
        _ socket: Socket<Kind>, for owner: isolated Owner,
        onReadable: (@Sendable (isolated Owner) -> Void)? = nil,
        onWritable: (@Sendable (isolated Owner) -> Void)? = nil,
        onEnd: (@Sendable (isolated Owner) -> Void)? = nil
    ) throws(ZeroMQError) -> Registration {
        _ = try socket.core.opened("register")
        return try register(.socket(socket.core), for: owner, onReadable, onWritable, onEnd)
    }

    /// Adds a descriptor (a signalfd, a pipe) to the poll. Its owner closes it after cancelling the registration.
    /// - Parameter onReadable: Called while there is data to read, or an error that reading reports.
    @discardableResult
    public func register<Owner: Actor>(
        descriptor: Int32, for owner: isolated Owner, onReadable: @escaping @Sendable (isolated Owner) -> Void
    ) throws(ZeroMQError) -> Registration {
        try register(.descriptor(descriptor), for: owner, onReadable, nil, nil)
    }

    /// Calls `body` once, after a delay, between two polls. Calls that are pending when the thread stops are dropped.
    @discardableResult
    public func after<Owner: Actor>(
        _ delay: Duration, for owner: isolated Owner, _ body: @escaping @Sendable (isolated Owner) -> Void
    ) throws(ZeroMQError) -> ScheduledCall {
        let loop = try ownLoop("schedule a call")
        let call = ScheduledCall(deadline: .now + delay) { [weak owner] in owner?.assumeIsolated { body($0) } }
        loop.schedule(call)
        return call
    }

    private func register<Owner: Actor>(
        _ source: Registration.Source, for owner: isolated Owner,
        _ onReadable: (@Sendable (isolated Owner) -> Void)?, _ onWritable: (@Sendable (isolated Owner) -> Void)?,
        _ onEnd: (@Sendable (isolated Owner) -> Void)?
    ) throws(ZeroMQError) -> Registration {
        let loop = try ownLoop("register")
        let registration = Registration(source, loop: loop)
        if let onReadable {
            registration.onReadable = { [weak owner] in owner?.assumeIsolated { onReadable($0) } }
        }
        if let onWritable {
            registration.onWritable = { [weak owner] in owner?.assumeIsolated { onWritable($0) } }
        }
        if let onEnd {
            registration.onEnd = { [weak owner] in owner?.assumeIsolated { onEnd($0) } }
        }
        loop.add(registration)
        return registration
    }
}
