import CadreJSON
import CadrePlanning

/// That something was not accepted, and why, never what it held: `data` of `cadre.event.rejected.v1`.
/// Source: CONTRACT § 2.
public struct RejectedNotice: Equatable, Sendable {
    public static let type = "cadre.event.rejected.v1"

    public var reason: RejectionReason
    /// Which member, and what was expected.
    public var detail: String
    /// `nil` where it could not be read.
    public var source: String?
    /// `nil` where it could not be read.
    public var id: String?
    /// The topic frame as text; `nil` where it came by control.
    public var topic: String?

    /// - Parameter topic: The topic frame as text; `nil` where it came by control.
    public init(_ rejection: Rejection, topic: String?) {
        reason = rejection.reason
        detail = rejection.detail
        source = rejection.source
        id = rejection.id
        self.topic = topic
    }

    /// The CloudEvent for `OutgoingTopic.rejected`; id `<node>/rejected/<number>`.
    /// - Parameters:
    ///   - number: Its place in the journal's list of rejections.
    ///   - time: The wall clock.
    public func event(node: ID<Node>, number: Int, time: Instant) -> [UInt8] {
        OutgoingEnvelope(type: Self.type, node: node, id: "\(node)/rejected/\(number)", time: time)
            .event { $0.value(self) }
    }

    /// What was rejected may name itself at any length, and a notice goes to every subscriber.
    private static func short(_ text: String) -> String {
        let scalarsMax = ContractLimits.textScalarsMax
        guard text.utf8.count > scalarsMax, text.unicodeScalars.count > scalarsMax else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(scalarsMax))) + "…"
    }
}

extension RejectedNotice: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("reason", reason.rawValue)
            $0.member("detail", Self.short(detail))
            $0.member("source", source.map(Self.short))
            $0.member("id", id.map(Self.short))
            $0.member("topic", topic.map(Self.short))
        }
    }
}
