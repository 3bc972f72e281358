import CZeroMQ

extension Socket where Kind: SubscribingKind {
    /// Subscribes to all messages whose first frame begins with the prefix; an empty prefix selects all messages.
    /// - Throws: ``ZeroMQError/Code/invalidSubscription`` for more than ``ZeroMQLimits/subscriptionBytesMax`` bytes.
    public func subscribe(to prefix: [UInt8]) throws(ZeroMQError) {
        guard prefix.count <= ZeroMQLimits.subscriptionBytesMax else {
            throw ZeroMQError(
                .invalidSubscription, "subscribe to", subject: "a prefix of \(prefix.count) bytes",
                remedy: "use at most \(ZeroMQLimits.subscriptionBytesMax): libzmq 4.3.4 loses some longer ones")
        }
        try change(prefix, on: true)
    }

    /// Subscribes to all messages whose first frame begins with the prefix in UTF-8.
    public func subscribe(to prefix: String) throws(ZeroMQError) { try subscribe(to: Array(prefix.utf8)) }

    /// Cancels one ``subscribe(to:)`` of the same prefix.
    public func unsubscribe(from prefix: [UInt8]) throws(ZeroMQError) { try change(prefix, on: false) }

    /// Cancels one ``subscribe(to:)`` of the same prefix in UTF-8.
    public func unsubscribe(from prefix: String) throws(ZeroMQError) { try unsubscribe(from: Array(prefix.utf8)) }

    private func change(_ prefix: [UInt8], on: Bool) throws(ZeroMQError) {
        if Kind.number == ZMQ_SUB {
            try core.set(on ? "subscribe" : "unsubscribe", on ? ZMQ_SUBSCRIBE : ZMQ_UNSUBSCRIBE, bytes: prefix)
        } else {
            var outgoing = try SocketCore.Outgoing(core)
            try outgoing.add([on ? 1 : 0] + prefix, last: true)
        }
    }
}

extension Socket where Kind == Pattern.XPUB {
    /// Receives the waiting subscriptions and unsubscriptions, without blocking.
    /// - Parameter max: The maximum number of messages, at least 1.
    public func receiveSubscriptions(
        max: Int = ZeroMQLimits.eventsPerTurnMax
    ) throws(ZeroMQError) -> SubscriptionTurn {
        let batch = MessageBatch(messagesMax: Swift.max(1, max), framesKeptMax: 1)
        var turn = SubscriptionTurn()
        let count = try core.receive(into: batch, messagesMax: batch.messagesMax, bytesMax: ZeroMQLimits.batchBytesMax)
        batch.forEach { message in
            if let event = SubscriptionEvent(message) { turn.events.append(event) } else { turn.malformedMessages += 1 }
        }
        turn.isFull = count == batch.messagesMax || batch.byteCount >= ZeroMQLimits.batchBytesMax
        return turn
    }
}
