import CadreContract
import CadreJournal
import CadrePlanning

/// Parses and validates submissions, as far as that is possible without the accepted events. A value: it runs during
/// the previous commit.
struct SubmissionReader: Sendable {
    var limits: ContractLimits
    var authority: Authority
    /// The missions of this shard, or `nil` for all.
    var missions: Set<ID<Mission>>?

    /// Appends the events of a submission.
    /// - Returns: The number of events per mission of other shards: they are dropped and counted, not rejected.
    func read(_ submission: Submission, into events: inout [PendingEvent]) -> [ID<Mission>: Int] {
        var dropped: [ID<Mission>: Int] = [:]
        for message in submission.messages {
            for event in self.events(of: message, at: submission.received) {
                if case .event(let received) = event.reading, let missions, !missions.contains(received.event.mission) {
                    dropped[received.event.mission, default: 0] += 1
                } else {
                    events.append(event)
                }
            }
        }
        return dropped
    }

    /// Parses events that are only tried: the sender needs no permission.
    func readings(of batch: [UInt8]) -> [Reading] { EventReader(limits: limits).read(payload: batch) }

    private func events(of message: IncomingMessage, at now: Instant) -> [PendingEvent] {
        let reader = EventReader(limits: limits)
        switch message.content {
        case .framed(let topic, let payload):
            let text = Self.text(topic)
            return reader.read(topic: topic, payload: payload) { authority.refusal(of: $0, by: message.name) }.map {
                PendingEvent($0, topic: text, hasTopicFrame: text != nil, name: message.name, received: now)
            }
        case .misframed(let frames, let topic, let bytes):
            let expected = "two frames: topic and payload"
            let rejection = Rejection(
                .malformedFrames, expected: expected, detail: "message: expected \(expected), found \(frames)",
                bytes: bytes)
            let text = Self.text(topic)
            return [
                PendingEvent(
                    .rejected(rejection), topic: text, hasTopicFrame: text != nil, name: message.name, received: now)
            ]
        case .events(let payload):
            return reader.read(payload: payload).map { reading in
                let validated = reader.validate(reading, topic: nil) { authority.refusal(of: $0, by: message.name) }
                return PendingEvent(
                    validated, topic: reading.topic, hasTopicFrame: false, name: message.name, received: now)
            }
        }
    }

    /// A topic frame as text, or `nil` if it is too long or no UTF-8.
    private static func text(_ topic: [UInt8]) -> String? {
        topic.count <= ContractLimits.topicBytesMax ? String(validating: topic, as: UTF8.self) : nil
    }
}

extension Reading {
    /// The topic that a publisher would have used.
    fileprivate var topic: String? {
        switch self {
        case .event(let received): Topic.of(received.event)
        case .head(let head): Topic.of(head)
        case .rejected: nil
        }
    }
}
