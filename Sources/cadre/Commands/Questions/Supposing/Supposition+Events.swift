import CadreContract
import CadrePlanning

// What is supposed, as events of the contract.
extension Supposition {
    /// Who says it.
    static let source = "urn:cadre:whatif"

    /// An event for each entity that is supposed otherwise, to be tried at once.
    ///
    /// It comes a microsecond after the word that it replaces: late enough to stand, too early to move the clock of a
    /// mission that is planned by its events. Source: MODEL §§ 1 and 2.
    /// - Parameters:
    ///   - batch: Unlike any other's, so that no id comes twice.
    ///   - time: Of all the events, instead.
    func events(batch: String, at time: Instant? = nil) -> [(origin: String, bytes: [UInt8])] {
        changes.enumerated().compactMap { index, change in
            event(change, id: "\(batch)-\(index + 1)") { time ?? $0.time.next }.map { (change.origin, $0) }
        }
    }

    /// The same events as they may be submitted later: said at `now`, for that is when they are said, and figures of
    /// the time between must not show them. Of a word from the future a microsecond later.
    func lastingEvents(batch: String, now: Instant) -> [[UInt8]] {
        changes.enumerated().compactMap { index, change in
            event(change, id: "\(batch)-\(index + 1)") { max(now, $0.time.next) }
        }
    }

    /// Whether events said at `time` would stand.
    /// - Throws: The first that would not, with when its entity was last spoken of.
    func check(_ time: Instant) throws(Fault) {
        for change in changes {
            guard let current = plan.entities[change.key]?.stamp.time, time <= current else { continue }
            throw Fault(
                description: "--at \(time.text): \(change.key.id) was last set at \(current.text); give a later time")
        }
    }

    /// Whether one of the events may move the clock of a mission that is planned by its events.
    var isOfPlan: Bool { changes.contains { $0.key.kind.topicKind == .plan } }

    private func event(_ change: Change, id: String, time: (Stamp) -> Instant) -> [UInt8]? {
        guard let entity = plan.entities[change.key], let type = EventType.setting(change.key.kind) else { return nil }
        return EventDraft(
            type: type, source: Supposition.source, id: id, time: time(entity.stamp).text, data: entity.data.source
        ).bytes
    }
}

extension Instant {
    /// A microsecond later.
    var next: Instant {
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
