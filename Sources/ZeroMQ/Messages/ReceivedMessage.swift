import CZeroMQ

/// A view of a message in a ``MessageBatch``, without a copy. It cannot outlive the call that passes it.
public struct ReceivedMessage: ~Copyable {
    private let frames: UnsafeMutablePointer<zmq_msg_t>
    /// The number of frames that can be read.
    public let frameCount: Int
    /// The number of frames received; greater than ``frameCount`` if frames beyond the batch's limit were discarded.
    public let frameCountTotal: Int

    init(frames: UnsafeMutablePointer<zmq_msg_t>, frameCount: Int, frameCountTotal: Int) {
        self.frames = frames
        self.frameCount = frameCount
        self.frameCountTotal = frameCountTotal
    }

    /// Returns the number of bytes of one frame.
    public func byteCount(_ frame: Int) -> Int { zmq_msg_size(at(frame)) }

    /// Calls the closure with the bytes of one frame, which are valid only during the call.
    public func withUnsafeBytes<Result, Failure: Error>(
        _ frame: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(Frame.buffer(at(frame)))
    }

    /// Returns a copy of one frame's bytes.
    public func bytes(_ frame: Int) -> [UInt8] { Frame.array(at(frame)) }

    /// Returns a property of the connection, or `nil` if it is not set.
    ///
    /// It is read from the last frame: after a poll, libzmq 4.3.4 sets no property on a ROUTER's identity frame.
    public func property(_ property: PeerProperty) -> String? {
        frameCount == 0 ? nil : Frame.property(property, of: at(frameCount - 1))
    }

    /// Returns a copy of the message.
    public func copy() -> Message {
        Message((0..<frameCount).map { bytes($0) }, framesDropped: frameCountTotal - frameCount)
    }

    private func at(_ frame: Int) -> UnsafeMutablePointer<zmq_msg_t> {
        precondition(frame >= 0 && frame < frameCount, "no such frame")
        return frames + frame
    }
}
