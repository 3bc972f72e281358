import CadrePlanning

// The changes as events of the contract.
extension WhatIfBuilder {
    /// The source of the events.
    public static let source = "urn:cadre:whatif"

    /// Returns an event for each changed entity, for a what-if question.
    ///
    /// Its time is a microsecond after that of the current event: late enough to supersede it, and too early to move the
    /// clock of a mission that is planned by its events. Source: MODEL §§ 1 and 2.
    /// - Parameters:
    ///   - batch: A part of the ids that no other call uses.
    ///   - time: The time of all events, or `nil` for the microsecond.
    public func events(batch: String, at time: Instant? = nil) -> [(origin: String, bytes: [UInt8])] {
        changes.enumerated().compactMap { index, change in
            event(change, id: "\(batch)-\(index + 1)") { time ?? $0.time.next }.map { (change.origin, $0) }
        }
    }

    /// Returns the same events for a later submission, with the time `now`: figures of an earlier time must not contain
    /// them. An event that supersedes one of the future has the time a microsecond after it.
    public func lastingEvents(batch: String, now: Instant) -> [[UInt8]] {
        changes.enumerated().compactMap { index, change in
            event(change, id: "\(batch)-\(index + 1)") { max(now, $0.time.next) }
        }
    }

    /// Checks that events with the time `time` would be current.
    /// - Throws: The first that would not, with the time of its current event.
    public func check(_ time: Instant) throws(Fault) {
        for change in changes {
            guard let current = plan.entities[change.key]?.stamp.time, time <= current else { continue }
            throw Fault(
                description: "--at \(time.text): \(change.key.id) was last set at \(current.text); give a later time")
        }
    }

    /// Whether one of the events may move the clock of a mission that is planned by its events.
    public var isOfPlan: Bool { changes.contains { $0.key.kind.topicKind == .plan } }

    private func event(_ change: Change, id: String, time: (Stamp) -> Instant) -> [UInt8]? {
        guard let entity = plan.entities[change.key] else { return nil }
        return EventDraft(
            type: change.key.kind.eventType, source: WhatIfBuilder.source, id: id, time: time(entity.stamp).text,
            data: entity.data.source
        ).bytes
    }
}

extension Instant {
    /// The time a microsecond later.
    public var next: Instant {
        let places = 6
        var digits = fraction.utf8.map { $0 - UInt8(ascii: "0") }
        while digits.count < places { digits.append(0) }
        for place in (0..<places).reversed() {
            if digits[place] < 9 {
                digits[place] += 1
                return Instant(seconds: seconds, fraction: digits.map(String.init).joined())
            }
            digits[place] = 0
        }
        return Instant(seconds: seconds + 1, fraction: digits.map(String.init).joined())
    }
}
