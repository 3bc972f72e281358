import CZeroMQ

/// A reusable place for what one turn takes from a socket: up to ``messagesMax`` messages, received without an
/// allocation beyond libzmq's own for each payload.
///
/// Belongs to whoever receives into it. What is to cross to another actor is copied out (``ReceivedMessage/bytes(_:)``,
/// ``ReceivedMessage/copy()``) or moved out (``takeFrame(_:of:)``).
public final class MessageBatch {
    private struct Entry {
        /// Where its first frame lies in `slots`.
        var first: Int
        /// Frames kept there.
        var kept: Int
        /// Frames that came, as far as they were counted.
        var total: Int
    }

    public let messagesMax: Int
    /// Frames kept of each message.
    public let framesKeptMax: Int
    private let slots: UnsafeMutablePointer<zmq_msg_t>
    private let slotCount: Int
    /// Slots that hold an initialised message; the others hold nothing.
    private var used = 0
    private var entries: [Entry] = []
    /// Bytes of all frames kept.
    public private(set) var byteCount = 0

    public init(
        messagesMax: Int = Limits.batchMessagesMax, framesKeptMax: Int = Limits.framesKeptMax
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

    /// Messages in it.
    public var count: Int { entries.count }
    public var isEmpty: Bool { entries.isEmpty }

    /// Frees what libzmq holds for the messages. Receiving into the batch does it first.
    public func removeAll() {
        for index in 0..<used { zmq_msg_close(slots + index) }
        used = 0
        byteCount = 0
        entries.removeAll(keepingCapacity: true)
    }

    /// Shows each message in its order; it is valid within the call only.
    public func forEach<Failure: Error>(
        _ body: (borrowing ReceivedMessage) throws(Failure) -> Void
    ) throws(Failure) {
        for entry in entries { try body(view(entry)) }
    }

    /// Shows one message.
    public func withMessage<Result, Failure: Error>(
        _ index: Int, _ body: (borrowing ReceivedMessage) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(view(entries[index]))
    }

    /// Moves a frame out without copying its bytes; the batch keeps an empty one in its place.
    public func takeFrame(_ frame: Int, of message: Int) -> Frame {
        let entry = entries[message]
        precondition(frame >= 0 && frame < entry.kept, "no such frame")
        return Frame(moving: slots + entry.first + frame)
    }

    private func view(_ entry: Entry) -> ReceivedMessage {
        ReceivedMessage(frames: slots + entry.first, frameCount: entry.kept, frameCountTotal: entry.total)
    }

    // MARK: Filling, by the socket

    var hasRoom: Bool { entries.count < messagesMax }

    /// A place for the next frame, initialised and empty.
    func openSlot() -> UnsafeMutablePointer<zmq_msg_t> {
        let slot = slots + used
        zmq_msg_init(slot)
        used += 1
        return slot
    }

    /// Gives back the place opened last: nothing came.
    func closeSlot() {
        used -= 1
        zmq_msg_close(slots + used)
    }

    /// Makes a message of the `kept` slots opened last.
    func append(kept: Int, total: Int, bytes: Int) {
        entries.append(Entry(first: used - kept, kept: kept, total: total))
        byteCount += bytes
    }
}
