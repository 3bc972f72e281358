import CadreJSON
import CadrePlanning

/// The notice that an event was rejected, with the reason but without its content: `data` of `cadre.event.rejected.v1`.
/// Source: CONTRACT § 2.
public struct RejectedNotice: Equatable, Sendable {
    public static let type = "cadre.event.rejected.v1"

    public var reason: RejectionReason
    /// The member and the expected value.
    public var detail: String
    /// The event's source, or `nil` if it could not be read.
    public var source: String?
    /// The event's id, or `nil` if it could not be read.
    public var id: String?
    /// The topic frame as text, or `nil` for an event of `control`.
    public var topic: String?

    /// Creates a notice. Its texts are shortened: every subscriber receives it.
    /// - Parameter topic: The topic frame as text, or `nil` for an event of `control`.
    public init(_ rejection: Rejection, topic: String?) {
        reason = rejection.reason
        detail = Self.short(rejection.detail)
        source = rejection.source.map(Self.short)
        id = rejection.id.map(Self.short)
        self.topic = topic.map(Self.short)
    }

    /// Returns the CloudEvent for `OutgoingTopic.rejected`; id `<node>/rejected/<number>`.
    /// - Parameters:
    ///   - number: The number in the journal's list of rejections.
    ///   - time: The wall clock.
    public func event(node: ID<Node>, number: Int, time: Instant) -> [UInt8] {
        OutgoingEnvelope(type: Self.type, node: node, id: "\(node)/rejected/\(number)", time: time)
            .event(of: self, Self.table)
    }

    private static func short(_ text: String) -> String {
        let scalarsMax = ContractLimits.textScalarsMax
        guard text.utf8.count > scalarsMax, text.unicodeScalars.count > scalarsMax else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(scalarsMax))) + "…"
    }
}

extension RejectedNotice {
    /// The members of `data`.
    static let table = ObjectTable(
        "rejected", "The reason why an event was rejected, without the event's content",
        from: RejectedNotice(Rejection(.schema, detail: "", bytes: []), topic: nil),
        fields: [
            .required("reason", \.reason, .word, "The reason"),
            .required("detail", \.detail, .anyText, "The member and the expected value"),
            .required("source", \.source, .nullable(.anyText), "The event's source; null if it could not be read"),
            .required("id", \.id, .nullable(.anyText), "The event's id; null if it could not be read"),
            .required("topic", \.topic, .nullable(.anyText), "The topic frame; null for an event of `control`"),
        ])
}
