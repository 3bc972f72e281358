import CZeroMQ

extension Socket where Kind: ReceivingKind {
    /// Receives the waiting messages within the bounds, without blocking; the next call receives the rest.
    ///
    /// A message of more frames than the batch keeps is truncated: see ``ReceivedMessage/frameCountTotal``.
    /// - Parameters:
    ///   - batch: The batch to fill; it is emptied first.
    ///   - messagesMax: The maximum number of messages.
    ///   - bytesMax: The number of bytes from which on no further message is received.
    /// - Returns: The number of messages in the batch, 0 if none was waiting.
    @discardableResult
    public func receive(
        into batch: MessageBatch, messagesMax: Int = ZeroMQLimits.batchMessagesMax,
        bytesMax: Int = ZeroMQLimits.batchBytesMax
    ) throws(ZeroMQError) -> Int {
        try core.receive(into: batch, messagesMax: messagesMax, bytesMax: bytesMax)
    }

    /// Receives one message without blocking.
    /// - Returns: A message, or `nil` if none is waiting.
    public func receive() throws(ZeroMQError) -> Message? {
        let batch = MessageBatch(messagesMax: 1)
        guard try core.receive(into: batch, messagesMax: 1, bytesMax: Int.max) > 0 else { return nil }
        return batch.withMessage(0) { $0.copy() }
    }

    /// Receives one message, and blocks the calling thread until one arrives. For tools and tests.
    /// - Returns: A message, or `nil` if none arrived in time.
    public func receive(within timeout: Duration) throws(ZeroMQError) -> Message? {
        let deadline = ContinuousClock.now + timeout
        repeat {
            if let message = try receive() { return message }
        } while try core.wait(for: ZMQ_POLLIN, within: ContinuousClock.now.duration(to: deadline))
        return nil
    }
}
