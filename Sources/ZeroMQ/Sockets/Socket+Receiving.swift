import CZeroMQ

extension Socket where Kind: ReceivingKind {
    /// Takes what is there, within the bounds, without waiting; what is left comes with the next turn.
    ///
    /// A message of more frames than the batch keeps is cut: see ``ReceivedMessage/frameCountTotal``.
    /// - Parameters:
    ///   - batch: Emptied first.
    ///   - bytesMax: No further message is begun once these are reached.
    /// - Returns: Messages now in the batch; 0 when nothing was there.
    @discardableResult
    public func receive(
        into batch: MessageBatch, messagesMax: Int = Limits.batchMessagesMax, bytesMax: Int = Limits.batchBytesMax
    ) throws(ZeroMQError) -> Int {
        try core.receive(into: batch, messagesMax: messagesMax, bytesMax: bytesMax)
    }

    /// Takes one message without waiting.
    /// - Returns: `nil` when there is none.
    public func receive() throws(ZeroMQError) -> Message? {
        let batch = MessageBatch(messagesMax: 1)
        guard try core.receive(into: batch, messagesMax: 1, bytesMax: Int.max) > 0 else { return nil }
        return batch.withMessage(0) { $0.copy() }
    }

    /// Takes one message, blocking the calling thread until there is one. For tools and tests.
    /// - Returns: `nil` when none came in time.
    public func receive(within timeout: Duration) throws(ZeroMQError) -> Message? {
        let deadline = ContinuousClock.now + timeout
        repeat {
            if let message = try receive() { return message }
        } while try core.wait(for: ZMQ_POLLIN, within: ContinuousClock.now.duration(to: deadline))
        return nil
    }
}
