import CadrePlanning

// Checks beyond an event's content: its topic, the authority of its sender, the clock. Source: CONTRACT §§ 2, 7 and 9.
extension EventReader {
    /// Returns an event or head that passes all three checks, or its rejection. A rejection is returned unchanged.
    func judge(_ reading: Reading, topic: String, now: Instant, refusal: (Reading) -> String?) -> Reading {
        let fault =
            topicMismatch(reading, topic: topic)
            ?? refusal(reading).map { (reason: .notAuthorised, expected: "", detail: $0) }
            ?? timeInFuture(reading, now: now)
        guard let fault else { return reading }
        switch reading {
        case .event(let event):
            return .rejected(Rejection(fault.reason, of: event, expected: fault.expected, detail: fault.detail))
        case .head(let head):
            return .rejected(Rejection(fault.reason, of: head, expected: fault.expected, detail: fault.detail))
        case .rejected: return reading
        }
    }

    public typealias Fault = (reason: RejectionReason, expected: String, detail: String)

    func topicMismatch(_ reading: Reading, topic: String) -> Fault? {
        let expected: String
        switch reading {
        case .event(let received): expected = Topic.of(received.event)
        case .head(let head): expected = Topic.of(head)
        case .rejected: return nil
        }
        if expected.utf8.elementsEqual(topic.utf8) { return nil }
        // Do not echo overlong topics.
        let told = expected.utf8.count <= ContractLimits.topicBytesMax ? expected : "a topic that fits the content"
        return (.topicMismatch, told, "topic: expected \(told), found another")
    }

    /// Returns the fault of an event or head whose time is over five minutes ahead of this machine's clock, else `nil`.
    ///
    /// If the clock is so late that no time can be ahead of it, there is no fault. Source: CONTRACT § 2,
    /// `time-in-future`.
    public func timeInFuture(_ reading: Reading, now: Instant) -> Fault? {
        let time: Instant
        switch reading {
        case .event(let received): time = received.event.stamp.time
        case .head(let head): time = head.time
        case .rejected: return nil
        }
        let (latest, overflow) = now.seconds.addingReportingOverflow(ContractLimits.futureSecondsMax)
        guard !overflow, Instant(seconds: latest, fraction: now.fraction) < time else { return nil }
        let expected = "a time at most \(ContractLimits.futureSecondsMax / 60) minutes ahead of the clock here"
        return (.timeInFuture, expected, "time: expected \(expected), found a later one")
    }
}
