import CZeroMQ

/// A reusable buffer for up to ``messagesMax`` messages that one turn receives from a socket, without an allocation
/// beyond libzmq's own for each payload.
///
/// It belongs to the actor that receives into it. To send content to another actor, copy it
/// (``ReceivedMessage/bytes(_:)``, ``ReceivedMessage/copy()``) or move it out (``moveFrame(_:of:)``).
public final class MessageBatch {
    private struct Entry {
        /// The index of the first frame in `slots`.
        var first: Int
        /// The number of frames in `slots`.
        var kept: Int
        /// The number of frames received, as far unchanged counted.
        var total: Int
    }

    /// The maximum number of messages.
    public let messagesMax: Int
    /// The maximum number of frames kept per message.
    public let framesKeptMax: Int
    private let slots: UnsafeMutablePointer<zmq_msg_t>
    private let slotCount: Int
    /// The number of slots, from the first, that hold an initialised message.
    private var used = 0
    private var entries: [Entry] = []
    /// The total number of bytes of all frames kept.
    public private(set) var byteCount = 0

    /// Creates an empty batch, which allocates memory for all its frames.
    /// - Parameters:
    ///   - messagesMax: The maximum number of messages, at least 1.
    ///   - framesKeptMax: The maximum number of frames kept per message, at least 1.
    public init(
        messagesMax: Int = ZeroMQLimits.batchMessagesMax, framesKeptMax: Int = ZeroMQLimits.framesKeptMax
    ) {
        precondition(messagesMax > 0 && framesKeptMax > 0)
        self.messagesMax = messagesMax
        self.framesKeptMax = framesKeptMax
        slotCount = messagesMax * framesKeptMax
        slots = .allocate(capacity: slotCount)
        entries.reserveCapacity(messagesMax)
    }

    deinit {
        removeAll()
        slots.deallocate()
    }

    /// The number of messages.
    public var count: Int { entries.count }
    /// Whether it contains no message.
    public var isEmpty: Bool { entries.isEmpty }

    /// Removes the messages and frees libzmq's memory for them. Receiving into the batch begins with it.
    public func removeAll() {
        for index in 0..<used { zmq_msg_close(slots + index) }
        used = 0
        byteCount = 0
        entries.removeAll(keepingCapacity: true)
    }

    /// Calls the closure with each message in the order of arrival. A message is valid only during the call.
    public func forEach<Failure: Error>(
        _ body: (borrowing ReceivedMessage) throws(Failure) -> Void
    ) throws(Failure) {
        for entry in entries { try body(view(entry)) }
    }

    /// Calls the closure with one message, which is valid only during the call.
    public func withMessage<Result, Failure: Error>(
        _ index: Int, _ body: (borrowing ReceivedMessage) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(view(entries[index]))
    }

    /// Moves a frame out of the batch without copying its bytes, and leaves an empty frame at its index.
    public func moveFrame(_ frame: Int, of message: Int) -> Frame {
        let entry = entries[message]
        precondition(frame >= 0 && frame < entry.kept, "no such frame")
        return Frame(moving: slots + entry.first + frame)
    }

    private func view(_ entry: Entry) -> ReceivedMessage {
        ReceivedMessage(frames: slots + entry.first, frameCount: entry.kept, frameCountTotal: entry.total)
    }

    // MARK: Filling, by the socket

    var hasRoom: Bool { entries.count < messagesMax }

    /// Returns the slot for the next frame, initialised and empty.
    func openSlot() -> UnsafeMutablePointer<zmq_msg_t> {
        let slot = slots + used
        zmq_msg_init(slot)
        used += 1
        return slot
    }

    /// Releases the slot opened last, because no frame was received.
    func closeSlot() {
        used -= 1
        zmq_msg_close(slots + used)
    }

    /// Appends a message that consists of the `kept` slots opened last.
    func append(kept: Int, total: Int, bytes: Int) {
        entries.append(Entry(first: used - kept, kept: kept, total: total))
        byteCount += bytes
    }
}
