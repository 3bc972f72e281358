import CadrePlanning

/// The topics on which events come in. Source: CONTRACT § 1.
public enum Topic {
    /// `plan.<mission>`, `training.<mission>`, `pledge.<mission>.<nation>`, `logistics.<mission>`.
    public static func of(_ event: Event) -> String {
        let kind = event.document.key.kind.topicKind
        if case .pledge(_, let pledge) = event.document { return "\(kind.rawValue).\(event.mission).\(pledge.nation)" }
        return "\(kind.rawValue).\(event.mission)"
    }

    /// `head.<source>`.
    public static func of(_ head: SourceHead) -> String { "head.\(head.source)" }

    /// The topic of a message's first frame.
    /// - Throws: `malformed-frames`, with the payload's bytes, where it is too long or no UTF-8.
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
