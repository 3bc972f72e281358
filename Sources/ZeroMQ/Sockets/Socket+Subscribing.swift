import CZeroMQ

extension Socket where Kind: SubscribingKind {
    /// Asks for every message whose first frame begins so; an empty prefix asks for all.
    /// - Throws: ``ZeroMQError/Code/invalidSubscription`` for more than ``Limits/subscriptionBytesMax`` bytes.
    public func subscribe(to prefix: [UInt8]) throws(ZeroMQError) {
        guard prefix.count <= Limits.subscriptionBytesMax else {
            throw ZeroMQError(
                .invalidSubscription, "subscribe to", subject: "a prefix of \(prefix.count) bytes",
                remedy: "give at most \(Limits.subscriptionBytesMax): libzmq 4.3.4 loses some longer ones")
        }
        try change(prefix, on: true)
    }

    public func subscribe(to prefix: String) throws(ZeroMQError) { try subscribe(to: Array(prefix.utf8)) }

    /// Takes one ``subscribe(to:)`` of the same prefix back.
    public func unsubscribe(from prefix: [UInt8]) throws(ZeroMQError) { try change(prefix, on: false) }

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

/// What a subscriber asked of an XPUB.
public enum SubscriptionEvent: Hashable, Sendable {
    /// A subscriber wants messages whose topic begins so; told of each subscriber, also when it asks again.
    case subscribed(prefix: [UInt8])
    /// The last subscriber of this prefix is gone.
    case unsubscribed(prefix: [UInt8])
}

/// What one turn took from an XPUB.
public struct SubscriptionTurn: Sendable {
    public var events: [SubscriptionEvent] = []
    /// Messages that were neither: empty ones, several frames, another first byte. Peers may send what they like.
    public var junk = 0
    /// Whether there may be more: the turn ended by its bound.
    public var isFull = false
}

extension Socket where Kind == Pattern.XPUB {
    /// Takes what subscribers asked for, at most so many messages, without waiting.
    public func receiveSubscriptions(
        max: Int = Limits.eventsPerTurnMax
    ) throws(ZeroMQError) -> SubscriptionTurn {
        let batch = MessageBatch(messagesMax: Swift.max(1, max), framesKeptMax: 1)
        var turn = SubscriptionTurn()
        let count = try core.receive(into: batch, messagesMax: batch.messagesMax, bytesMax: Limits.batchBytesMax)
        batch.forEach { message in
            if let event = SubscriptionEvent(message) { turn.events.append(event) } else { turn.junk += 1 }
        }
        turn.isFull = count == batch.messagesMax || batch.byteCount >= Limits.batchBytesMax
        return turn
    }
}

extension SubscriptionEvent {
    fileprivate init?(_ message: borrowing ReceivedMessage) {
        guard message.frameCountTotal == 1 else { return nil }
        let event = message.withUnsafeBytes(0) { bytes -> SubscriptionEvent? in
            guard let kind = bytes.first else { return nil }
            let prefix = Array(bytes.dropFirst())
            switch kind {
            case 0: return .unsubscribed(prefix: prefix)
            case 1: return .subscribed(prefix: prefix)
            default: return nil
            }
        }
        guard let event else { return nil }
        self = event
    }
}
