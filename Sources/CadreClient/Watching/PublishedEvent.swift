import CadreContract
import CadreJSON

/// Something that a daemon published. Source: CONTRACT § 4.
public struct PublishedEvent: Sendable {
    public let topic: String
    /// The CloudEvent as it came.
    public let payload: [UInt8]
    /// The same, read.
    public let event: JSONValue

    /// - Returns: `nil` for what no daemon sends.
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
