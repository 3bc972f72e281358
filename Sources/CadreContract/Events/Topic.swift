import CadrePlanning

/// The topics on which events arrive. Source: CONTRACT § 1.
public enum Topic {
    /// Returns the topic of an event: `plan.<mission>`, `training.<mission>`, `pledge.<mission>.<nation>` or
    /// `logistics.<mission>`.
    public static func of(_ event: Event) -> String {
        let kind = event.document.key.kind.topicKind
        if case .pledge(_, let pledge) = event.document { return "\(kind.rawValue).\(event.mission).\(pledge.nation)" }
        return "\(kind.rawValue).\(event.mission)"
    }

    /// Returns the topic of a head: `head.<source>`.
    public static func of(_ head: SourceHead) -> String { "head.\(head.source)" }

    /// Returns the topic in a message's first frame.
    /// - Throws: `malformed-frames`, with the payload's bytes, if the topic is too long or not UTF-8.
    public static func reading(_ frame: [UInt8], payload: [UInt8]) throws(Rejection) -> String {
        let expected = "a topic of at most \(ContractLimits.topicBytesMax) bytes of UTF-8"
        guard frame.count <= ContractLimits.topicBytesMax else {
            throw Rejection(
                .malformedFrames, expected: expected, detail: "topic: expected \(expected), found \(frame.count) bytes",
                bytes: payload)
        }
        guard let topic = String(validating: frame, as: UTF8.self) else {
            throw Rejection(
                .malformedFrames, expected: expected, detail: "topic: expected \(expected), found no UTF-8",
                bytes: payload)
        }
        return topic
    }
}
