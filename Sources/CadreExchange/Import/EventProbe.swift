import CadreContract
import CadreJSON
import CadrePlanning

/// Judges what all events of an import have in common, by the judge of events itself.
enum EventProbe {
    /// The time of that text; `nil` where it is none.
    static func instant(_ text: String) -> Instant? {
        guard case .event(let received) = read(mission: "m", source: "urn:m", time: text) else { return nil }
        return received.event.stamp.time
    }

    /// What is wrong with the attributes; `nil` where events can have them.
    static func fault(mission: String, source: String, time: String) -> String? {
        guard case .rejected(let rejection) = read(mission: mission, source: source, time: time) else { return nil }
        return rejection.detail
    }

    private static func read(mission: String, source: String, time: String) -> Reading? {
        var data = JSONWriter(capacity: 64)
        data.object { $0.member("mission", mission) }
        let event = EventDraft(type: .clockAdvanced, source: source, id: "probe", time: time, data: data.bytes)
        return EventReader().read(payload: event.bytes).first
    }
}
