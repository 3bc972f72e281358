/// All of these are called by an actor on this thread, with itself as `owner`; it is kept weakly, and each handler runs
/// synchronously in it.
extension SocketThread {
    /// Takes a socket into the poll. Register every socket, also one that only sends: libzmq works on a socket only
    /// while somebody polls it. The registration ends with the socket's closing or ``stop()``.
    /// - Parameters:
    ///   - onReadable: Called once a turn while something is there. Take a batch and return: the others wait.
    ///   - onWritable: Called once a turn while there is room and ``Registration/wantsWritable`` is set.
    ///   - onEnd: Called when the thread stops or the context is shut down, after it closed the socket: whoever waits
    ///     for the socket should be told.
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

    /// Takes a descriptor (a signalfd, a pipe) into the poll. Its owner closes it after cancelling the registration.
    /// - Parameter onReadable: Called while there is something to read, or an error that reading will tell.
    @discardableResult
    public func register<Owner: Actor>(
        descriptor: Int32, for owner: isolated Owner, onReadable: @escaping @Sendable (isolated Owner) -> Void
    ) throws(ZeroMQError) -> Registration {
        try register(.descriptor(descriptor), for: owner, onReadable, nil, nil)
    }

    /// Calls once, after so long, between two polls. What is still to come when the thread stops is not called.
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
