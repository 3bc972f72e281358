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
            .event(of: self, Self.table)
    }
}

extension SupersededNotice {
    private static let noStamp = Stamp(time: Instant(seconds: 0), id: "", source: "")

    /// The members of `data`.
    static let table = ObjectTable(
        "superseded", "An event of intake that changed nothing, because a later one of its entity is current",
        from: SupersededNotice(noStamp, topic: nil, by: noStamp),
        fields: [
            .required("source", \.event.source, .anyText, "The event's source"),
            .required("id", \.event.id, .anyText, "The event's id"),
            .required("topic", \.topic, .nullable(.anyText), "The topic frame"),
            .group(
                "by", "The current event of the entity",
                fields: [
                    .required("source", \.current.source, .anyText, "Its source"),
                    .required("id", \.current.id, .anyText, "Its id"),
                    .required("time", \.current.time, .time, "Its time"),
                ]),
        ])
}
