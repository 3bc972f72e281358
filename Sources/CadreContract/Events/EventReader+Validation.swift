import CadrePlanning

// The checks of the topic and of the permissions of the sender. Source: CONTRACT §§ 2, 7 and 9.
extension EventReader {
    /// Returns an event or head that passes both checks, or its rejection; a rejection stays as it is.
    /// - Parameters:
    ///   - topic: The topic on which it arrived, or `nil` if it needs none.
    ///   - refusal: Returns the reason why the sender may not send it, or `nil` if it may.
    public func validate(_ reading: Reading, topic: String?, refusal: (Reading) -> String?) -> Reading {
        if let topic, let expected = topicMismatch(reading, topic: topic) {
            return reading.rejected(
                .topicMismatch, expected: expected, detail: "topic: expected \(expected), found another")
        }
        if let detail = refusal(reading) { return reading.rejected(.notAuthorised, expected: "", detail: detail) }
        return reading
    }

    /// Returns the expected topic if it is another one, and `nil` otherwise.
    private func topicMismatch(_ reading: Reading, topic: String) -> String? {
        let expected: String
        switch reading {
        case .event(let received): expected = Topic.of(received.event)
        case .head(let head): expected = Topic.of(head)
        case .rejected: return nil
        }
        if expected.utf8.elementsEqual(topic.utf8) { return nil }
        // Do not echo overlong topics.
        return expected.utf8.count <= ContractLimits.topicBytesMax ? expected : "a topic that fits the content"
    }
}

extension Reading {
    fileprivate func rejected(_ reason: RejectionReason, expected: String, detail: String) -> Reading {
        switch self {
        case .event(let event): .rejected(Rejection(reason, of: event, expected: expected, detail: detail))
        case .head(let head): .rejected(Rejection(reason, of: head, expected: expected, detail: detail))
        case .rejected: self
        }
    }
}
