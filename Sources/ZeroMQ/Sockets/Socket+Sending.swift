import CZeroMQ

// These methods do not block unless they have a time limit. A full queue is the result ``SendOutcome/full``, and the
// caller decides how to proceed.
extension Socket where Kind: SendingKind {
    /// Sends a message of these frames.
    public func send(_ frames: [[UInt8]]) throws(ZeroMQError) -> SendOutcome {
        precondition(!frames.isEmpty, "a message has at least one frame")
        try prepare()
        var outgoing = try SocketCore.Outgoing(core)
        for index in frames.indices { try outgoing.add(frames[index], last: index == frames.count - 1) }
        return outgoing.outcome
    }

    /// Sends a message of one frame.
    public func send(_ bytes: [UInt8]) throws(ZeroMQError) -> SendOutcome {
        try prepare()
        var outgoing = try SocketCore.Outgoing(core)
        try outgoing.add(bytes, last: true)
        return outgoing.outcome
    }

    /// Sends a message of two frames, such as topic and payload.
    public func send(_ first: [UInt8], _ second: [UInt8]) throws(ZeroMQError) -> SendOutcome {
        try prepare()
        var outgoing = try SocketCore.Outgoing(core)
        try outgoing.add(first, last: false)
        try outgoing.add(second, last: true)
        return outgoing.outcome
    }

    /// Sends a message of one frame, copied from a buffer.
    public func send(copying bytes: UnsafeRawBufferPointer) throws(ZeroMQError) -> SendOutcome {
        try prepare()
        var outgoing = try SocketCore.Outgoing(core)
        try outgoing.add(bytes, last: true)
        return outgoing.outcome
    }

    /// Sends a message of one frame per text.
    public func send(_ texts: String...) throws(ZeroMQError) -> SendOutcome {
        try send(texts.map { Array($0.utf8) })
    }

    /// Sends a copy of the message.
    public func send(_ message: Message) throws(ZeroMQError) -> SendOutcome { try send(message.frames) }

    /// Sends a message whose last frame is passed to libzmq without a copy. The frame is consumed whatever the outcome.
    /// - Parameter header: The frames that precede it; may be empty.
    public func send(header: [[UInt8]] = [], _ frame: consuming Frame) throws(ZeroMQError) -> SendOutcome {
        try prepare()
        var outgoing = try SocketCore.Outgoing(core)
        for bytes in header { try outgoing.add(bytes, last: false) }
        try outgoing.add(frame, last: true)
        return outgoing.outcome
    }

    /// Sends a message of these frames, and blocks the calling thread while the queue is full. For tools and tests.
    /// - Returns: ``SendOutcome/full`` if the queue remained full until the time limit.
    public func send(_ frames: [[UInt8]], within timeout: Duration) throws(ZeroMQError) -> SendOutcome {
        let deadline = ContinuousClock.now + timeout
        repeat {
            let outcome = try send(frames)
            if outcome != .full { return outcome }
        } while try core.wait(for: ZMQ_POLLOUT, within: ContinuousClock.now.duration(to: deadline))
        return .full
    }

    private func prepare() throws(ZeroMQError) {
        if Kind.number == ZMQ_PUB || Kind.number == ZMQ_XPUB { try core.refreshBeforePublishing() }
    }
}

extension Socket where Kind: PublishingKind {
    /// The number of consecutive messages that a reader which keeps pace receives without loss: half the high-water
    /// mark.
    ///
    /// After that many messages, sending calls ``refreshEvents()`` itself. Call it before a burst, or let the
    /// ``SocketThread`` do so in its turn.
    public var burstMax: Int { core.burstMax }
}

extension Socket where Kind == Pattern.ROUTER {
    /// Sends the reply to a request back to its peer.
    /// - Returns: ``SendOutcome/sent``; any other outcome means that the peer has disconnected or does not read, which
    ///   the caller should count and otherwise ignore.
    public func reply(to envelope: RoutingEnvelope, _ body: [UInt8]) throws(ZeroMQError) -> SendOutcome {
        try send(envelope.frames + [body])
    }
}

extension Socket where Kind == Pattern.REQ {
    /// Permits a new request while a reply is outstanding, and discards late replies by their number.
    ///
    /// The number is an additional frame before the empty one. Call it before connecting.
    public func allowNewRequestWithoutReply() throws(ZeroMQError) {
        try core.set("correlate", ZMQ_REQ_CORRELATE, Int32(1))
        try core.set("relaxed", ZMQ_REQ_RELAXED, Int32(1))
    }
}
