/// A multipart message copied out of libzmq: a plain value that may go anywhere.
public struct Message: Hashable, Sendable {
    /// Its frames, at most ``Limits/framesKeptMax`` of a received one.
    public var frames: [[UInt8]]
    /// Frames that came beyond those and were thrown away. Not 0: treat the message as malformed.
    public var framesDropped: Int

    public init(_ frames: [[UInt8]], framesDropped: Int = 0) {
        self.frames = frames
        self.framesDropped = framesDropped
    }

    /// A message of one frame for each text.
    public init(_ texts: String...) { self.init(texts.map { Array($0.utf8) }) }

    /// Each frame as text, what is no UTF-8 replaced. For people and tests.
    public var texts: [String] { frames.map { String(decoding: $0, as: UTF8.self) } }
}
