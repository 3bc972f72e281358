import CadreContract
import CadreJSON

/// An event published by a daemon. Source: CONTRACT § 4.
public struct PublishedEvent: Sendable {
    public let topic: String
    /// The CloudEvent as received.
    public let payload: [UInt8]
    /// The parsed payload.
    public let event: JSONValue

    /// Creates an event from a message, or `nil` if no daemon sends such a message.
    init?(frames: [[UInt8]]) {
        guard frames.count == 2, let topic = String(validating: frames[0], as: UTF8.self),
            let event = try? JSONValue(parsing: frames[1], depthMax: ControlLimits.answerDepthMax),
            event.kind == .object
        else { return nil }
        self.topic = topic
        payload = frames[1]
        self.event = event
    }

    public var id: String? { event["id"]?.text }
    public var data: JSONValue? { event["data"] }
}
