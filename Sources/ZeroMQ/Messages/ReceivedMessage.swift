import CZeroMQ

/// A message in a ``MessageBatch``, seen without copying. It cannot outlive the call that shows it.
public struct ReceivedMessage: ~Copyable {
    private let frames: UnsafeMutablePointer<zmq_msg_t>
    /// Frames that can be read here.
    public let frameCount: Int
    /// Frames that came; more than ``frameCount`` when some beyond the batch's limit were thrown away.
    public let frameCountTotal: Int

    init(frames: UnsafeMutablePointer<zmq_msg_t>, frameCount: Int, frameCountTotal: Int) {
        self.frames = frames
        self.frameCount = frameCount
        self.frameCountTotal = frameCountTotal
    }

    /// Bytes of one frame.
    public func byteCount(_ frame: Int) -> Int { zmq_msg_size(at(frame)) }

    /// The bytes of one frame, valid within the closure only.
    public func withUnsafeBytes<Result, Failure: Error>(
        _ frame: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(FrameBytes.buffer(at(frame)))
    }

    /// A copy of one frame's bytes.
    public func bytes(_ frame: Int) -> [UInt8] { FrameBytes.array(at(frame)) }

    /// What the connection is known by. Ask the last frame: after a poll, libzmq 4.3.4 has nothing on a ROUTER's
    /// identity frame.
    public func property(_ property: PeerProperty) -> String? {
        frameCount == 0 ? nil : FrameBytes.property(property, of: at(frameCount - 1))
    }

    /// The message as a value of its own.
    public func copy() -> Message {
        Message((0..<frameCount).map { bytes($0) }, framesDropped: frameCountTotal - frameCount)
    }

    private func at(_ frame: Int) -> UnsafeMutablePointer<zmq_msg_t> {
        precondition(frame >= 0 && frame < frameCount, "no such frame")
        return frames + frame
    }
}
