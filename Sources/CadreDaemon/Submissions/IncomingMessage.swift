/// A received message, not yet parsed.
struct IncomingMessage: Sendable {
    enum Content: Sendable {
        case framed(topic: [UInt8], payload: [UInt8])
        /// Not two frames: the number of frames, and the bytes of the first and the last one.
        case misframed(frames: Int, topic: [UInt8], bytes: [UInt8])
        /// Events that need no topic.
        case events([UInt8])
    }

    var content: Content
    /// The authorised name of the connection's key, or `nil` without CURVE.
    var name: String?

    init(_ content: Content, name: String? = nil) {
        self.content = content
        self.name = name
    }

    var byteCount: Int {
        switch content {
        case .framed(let topic, let payload): topic.count + payload.count
        case .misframed(_, let topic, let bytes): topic.count + bytes.count
        case .events(let bytes): bytes.count
        }
    }
}
