import CZeroMQ

/// Nothing here waits: a full queue is answered as ``SendOutcome/full``, and what to do is the caller's decision.
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

    /// Sends a message of two frames, as topic and payload are.
    public func send(_ first: [UInt8], _ second: [UInt8]) throws(ZeroMQError) -> SendOutcome {
        try prepare()
        var outgoing = try SocketCore.Outgoing(core)
        try outgoing.add(first, last: false)
        try outgoing.add(second, last: true)
        return outgoing.outcome
    }

    /// Sends a message of one frame, copied from memory that need not be an array.
    public func send(copying bytes: UnsafeRawBufferPointer) throws(ZeroMQError) -> SendOutcome {
        try prepare()
        var outgoing = try SocketCore.Outgoing(core)
        try outgoing.add(bytes, last: true)
        return outgoing.outcome
    }

    /// Sends a message of one frame for each text.
    public func send(_ texts: String...) throws(ZeroMQError) -> SendOutcome {
        try send(texts.map { Array($0.utf8) })
    }

    public func send(_ message: Message) throws(ZeroMQError) -> SendOutcome { try send(message.frames) }

    /// Sends a message whose last frame is handed over without a copy, whatever the outcome.
    /// - Parameter header: The frames before it; may be empty.
    public func send(header: [[UInt8]] = [], _ frame: consuming Frame) throws(ZeroMQError) -> SendOutcome {
        try prepare()
        var outgoing = try SocketCore.Outgoing(core)
        for bytes in header { try outgoing.add(bytes, last: false) }
        try outgoing.add(frame, last: true)
        return outgoing.outcome
    }

    /// Sends a message of these frames, blocking the calling thread while the queue is full. For tools and tests.
    /// - Returns: ``SendOutcome/full`` when there was no room in time.
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
    /// Messages that may follow one another without losing any for a reader that keeps up: half the high-water mark.
    /// ``refreshEvents()`` is asked for by itself after as many; call it before a burst, or let the socket's turn on
    /// its ``SocketThread`` do it.
    public var burstMax: Int { core.burstMax }
}

extension Socket where Kind == Pattern.ROUTER {
    /// Answers a request by the way it came.
    /// - Returns: Not ``SendOutcome/sent``: the peer is gone or does not read. Count it and go on.
    public func reply(to envelope: Envelope, _ body: [UInt8]) throws(ZeroMQError) -> SendOutcome {
        try send(envelope.frames + [body])
    }
}

extension Socket where Kind == Pattern.REQ {
    /// Lets a new request be sent while an answer is outstanding, and throws late answers away by their number (a frame
    /// more before the empty one). Set before connecting.
    public func allowNewRequestWithoutReply() throws(ZeroMQError) {
        try core.set("correlate", ZMQ_REQ_CORRELATE, Int32(1))
        try core.set("relaxed", ZMQ_REQ_RELAXED, Int32(1))
    }
}
