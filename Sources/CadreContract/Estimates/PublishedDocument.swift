import CadreJSON
import CadrePlanning

/// A document that a node published on the bus, read by its topic. Source: CONTRACT §§ 1, 2 and 4.
public struct PublishedDocument: Sendable {
    /// The content by the kind of its topic.
    public enum Content: Equatable, Sendable {
        case estimate(PublishedEstimate)
        case alert(AlertNotice<String>)
        case sequenceGaps(AlertNotice<SequenceGap>)
        case rejected(RejectedNotice)
        case superseded(SupersededNotice)
        case status(StatusNotice)
        /// A document of a later version, with its CloudEvents type.
        case unknown(type: String)
    }

    public let topic: String
    /// The mission's clock, or the node's wall clock for its own notices.
    public let time: Instant
    public let content: Content

    /// Reads a published CloudEvent. Unknown members are ignored.
    public init(topic: String, reading event: JSONValue) throws(PublishedFault) {
        self.topic = topic
        let envelope: OutgoingEnvelope
        do throws(MemberFault) {
            envelope = try OutgoingEnvelope.table.read(event.document, event.node)
        } catch {
            throw PublishedFault(topic, error)
        }
        time = envelope.time
        guard let data = event["data"] else {
            throw PublishedFault(topic, member: "data", expected: "an object", found: "nothing")
        }
        content = try Content(topic, type: envelope.type, data)
    }
}

extension PublishedDocument.Content {
    fileprivate init(_ topic: String, type: String, _ data: JSONValue) throws(PublishedFault) {
        // `<kind>.<mission or node>.<key>`; the key of an estimate may have a dot.
        let parts = topic.split(separator: ".", maxSplits: 2).map(String.init)
        let key = parts.count == 3 ? parts[2] : ""
        if parts.first == Self.estimates, let name = EstimateName(key) {
            self = .estimate(try PublishedEstimate(name, reading: data))
            return
        }
        do throws(MemberFault) {
            self = try Self.notice(type, key: key, data.document, data.node) ?? .unknown(type: type)
        } catch {
            throw PublishedFault(topic, error)
        }
    }

    private static let estimates = "estimate"

    private static func notice(
        _ type: String, key: String, _ json: JSONDocument, _ data: JSONDocument.Node
    ) throws(MemberFault) -> PublishedDocument.Content? {
        switch type {
        case AlertNotice<SequenceGap>.type where NodeAlertCode(rawValue: key) == .sequenceGap:
            .sequenceGaps(try AlertNotice<SequenceGap>.table.read(json, data))
        case AlertNotice<String>.type: .alert(try AlertNotice<String>.table.read(json, data))
        case RejectedNotice.type: .rejected(try RejectedNotice.table.read(json, data))
        case SupersededNotice.type: .superseded(try SupersededNotice.table.read(json, data))
        case StatusNotice.type: .status(try StatusNotice.table.read(json, data))
        default: nil
        }
    }
}
