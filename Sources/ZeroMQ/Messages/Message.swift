/// A multipart message, copied from libzmq's memory: a plain value.
public struct Message: Hashable, Sendable {
    /// The frames; of a received message at most ``ZeroMQLimits/framesKeptMax``.
    public var frames: [[UInt8]]
    /// The number of further frames that were received and discarded. If it is not 0, treat the message as malformed.
    public var framesDropped: Int

    /// Creates a message of frames.
    public init(_ frames: [[UInt8]], framesDropped: Int = 0) {
        self.frames = frames
        self.framesDropped = framesDropped
    }

    /// Creates a message of one frame per text.
    public init(_ texts: String...) { self.init(texts.map { Array($0.utf8) }) }

    /// Each frame as text, for logs and tests. Bytes that are not valid UTF-8 are replaced.
    public var texts: [String] { frames.map { String(decoding: $0, as: UTF8.self) } }
}
