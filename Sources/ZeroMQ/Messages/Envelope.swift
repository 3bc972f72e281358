/// The frames before the body of a request at a ROUTER: the peer's identity, those that proxies between added, and what
/// its kind of socket adds (REQ an empty frame, with a request number before it when it counts its requests). To be
/// given back unchanged.
///
/// An identity is a handle to route by, never proof of who somebody is.
public struct Envelope: Hashable, Sendable {
    /// From 1 to 63 frames, the identity first.
    public let frames: [[UInt8]]

    /// The most frames before the body of a request that is carried out: those of a client behind 13 proxies.
    public static let framesMax = 16
    /// The most frames of a message, its body included, that can be answered at all.
    public static let messageFramesMax = 64

    /// Whether the request is one to carry out.
    public var isShort: Bool { frames.count <= Self.framesMax }

    /// Only for frames that came from a ROUTER.
    init(frames: [[UInt8]]) { self.frames = frames }

    /// The peer's routing handle.
    public var identity: [UInt8] { frames.first ?? [] }
}

extension Message {
    /// Takes a ROUTER's message apart: all but the last frame is the envelope, the last is the body.
    /// - Returns: `nil` for a message of fewer than 2 or more than ``Envelope/messageFramesMax`` frames: refuse it.
    public func request() -> (envelope: Envelope, body: [UInt8])? {
        guard framesDropped == 0, (2...Envelope.messageFramesMax).contains(frames.count), let body = frames.last else {
            return nil
        }
        return (Envelope(frames: Array(frames.dropLast())), body)
    }
}
