/// The frames that precede the body of a request at a ROUTER. A reply must repeat them unchanged.
///
/// The first frame is the peer's identity. Proxies in between add theirs. A REQ adds an empty frame, preceded by a request
/// number if it counts its requests. An identity is a handle for routing, never a proof of who the peer is.
public struct RoutingEnvelope: Hashable, Sendable {
    /// The frames, 1 to 63, the identity first.
    public let frames: [[UInt8]]

    /// The maximum number of frames of a request that is executed: those of a client behind 13 proxies.
    public static let framesMax = 16
    /// The maximum number of frames of a message, including its body, that can be answered.
    public static let messageFramesMax = 64

    /// Whether the request may be executed.
    public var isShort: Bool { frames.count <= Self.framesMax }

    /// Creates an envelope from frames that were received from a ROUTER.
    init(frames: [[UInt8]]) { self.frames = frames }

    /// The peer's routing handle.
    public var identity: [UInt8] { frames.first ?? [] }
}

extension Message {
    /// Splits a ROUTER's message into the envelope, which is all frames but the last, and the body, which is the last.
    /// - Returns: The two parts, or `nil` for a message of fewer than 2 or more than
    ///   ``RoutingEnvelope/messageFramesMax`` frames, which must be refused.
    public func request() -> (envelope: RoutingEnvelope, body: [UInt8])? {
        guard framesDropped == 0, (2...RoutingEnvelope.messageFramesMax).contains(frames.count), let body = frames.last
        else { return nil }
        return (RoutingEnvelope(frames: Array(frames.dropLast())), body)
    }
}
