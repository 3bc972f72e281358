import CadreJSON
import CadrePlanning

/// The notice that an event of intake changed nothing, because a later one of its entity is current: `data` of
/// `cadre.event.superseded.v1`. Source: CONTRACT § 2.
public struct SupersededNotice: Equatable, Sendable {
    public static let type = "cadre.event.superseded.v1"
    /// The last part of the topic.
    public static let reason = "superseded"

    /// The stamp of the event.
    public var event: Stamp
    /// The topic frame as text.
    public var topic: String?
    /// The stamp of the current event of the same entity.
    public var current: Stamp

    public init(_ event: Stamp, topic: String?, by current: Stamp) {
        self.event = event
        self.topic = topic
        self.current = current
    }

    /// Returns the CloudEvent for `OutgoingTopic.superseded`; id `<node>/superseded/<sequence>`.
    /// - Parameters:
    ///   - sequence: The event's sequence in the journal.
    ///   - time: The wall clock.
    public func event(node: ID<Node>, sequence: Int, time: Instant) -> [UInt8] {
        OutgoingEnvelope(type: Self.type, node: node, id: "\(node)/\(Self.reason)/\(sequence)", time: time)
            .event { $0.value(self) }
    }
}

extension SupersededNotice: JSONWritable {
    public func write(to writer: inout JSONWriter) {
        writer.object {
            $0.member("source", event.source)
            $0.member("id", event.id)
            $0.member("topic", topic)
            $0.member("by") {
                $0.object {
                    $0.member("source", current.source)
                    $0.member("id", current.id)
                    $0.member("time", current.time)
                }
            }
        }
    }
}
