import CadreContract
import CadrePlanning

/// Parses and validates submissions, as far as that is possible without the journal. A value: it runs beside the previous
/// commit.
struct SubmissionReader: Sendable {
    var limits: ContractLimits
    var authority: Authority
    /// The missions of this shard, or `nil` for all.
    var missions: Set<ID<Mission>>?

    func read(_ submission: Submission) -> ReadSubmission {
        var read = ReadSubmission(submission: submission, events: [])
        read.events.reserveCapacity(submission.messages.count)
        // The events hold the bytes; the messages need not be in memory twice.
        let messages = submission.messages
        read.submission.messages = []
        for message in messages {
            for event in events(of: message, at: submission.received) {
                if case .event(let received) = event.reading, let missions, !missions.contains(received.event.mission) {
                    read.dropped[received.event.mission, default: 0] += 1
                } else {
                    read.events.append(event)
                }
            }
        }
        return read
    }

    /// Events as they would be judged if they were submitted, but for who may: they are only tried.
    func readings(of batch: [UInt8]) -> [Reading] {
        EventReader(limits: limits).read(payload: batch).map { judgedByClock($0, at: Instant.now) }
    }

    private func events(of message: IncomingMessage, at now: Instant) -> [ReadEvent] {
        let reader = EventReader(limits: limits)
        switch message.content {
        case .framed(let topic, let payload):
            let text = Self.text(topic)
            return reader.read(topic: topic, payload: payload, now: now) { authority.refusal(of: $0, by: message.name) }
                .map { ReadEvent(reading: $0, topic: text, hasTopicFrame: text != nil, name: message.name) }
        case .misframed(let frames, let topic, let bytes):
            let expected = "two frames: topic and payload"
            let rejection = Rejection(
                .malformedFrames, expected: expected, detail: "message: expected \(expected), found \(frames)",
                bytes: bytes)
            let text = Self.text(topic)
            return [
                ReadEvent(
                    reading: .rejected(rejection), topic: text, hasTopicFrame: text != nil, name: message.name)
            ]
        case .events(let payload):
            return reader.read(payload: payload).map { reading in
                let topic = reading.topic
                return ReadEvent(
                    reading: judged(reading, at: now, by: message.name), topic: topic, hasTopicFrame: false,
                    name: message.name)
            }
        }
    }

    /// A topic frame as text, or `nil` if it is too long or no UTF-8.
    private static func text(_ topic: [UInt8]) -> String? {
        topic.count <= ContractLimits.topicBytesMax ? String(validating: topic, as: UTF8.self) : nil
    }

    /// What came without a topic is judged by the rest: authority, then the clock. Source: CONTRACT § 9.
    private func judged(_ reading: Reading, at now: Instant, by name: String?) -> Reading {
        if let refusal = authority.refusal(of: reading, by: name) {
            return reading.rejected(.notAuthorised, detail: refusal)
        }
        return judgedByClock(reading, at: now)
    }

    private func judgedByClock(_ reading: Reading, at now: Instant) -> Reading {
        guard let fault = EventReader(limits: limits).timeInFuture(reading, now: now) else { return reading }
        return reading.rejected(fault.reason, expected: fault.expected, detail: fault.detail)
    }
}

extension Reading {
    /// Where it belongs on the bus.
    fileprivate var topic: String? {
        switch self {
        case .event(let received): Topic.of(received.event)
        case .head(let head): Topic.of(head)
        case .rejected: nil
        }
    }

    fileprivate func rejected(_ reason: RejectionReason, expected: String = "", detail: String) -> Reading {
        switch self {
        case .event(let event): .rejected(Rejection(reason, of: event, expected: expected, detail: detail))
        case .head(let head): .rejected(Rejection(reason, of: head, expected: expected, detail: detail))
        case .rejected: self
        }
    }
}
