import CadreContract
import CadreJSON
import CadrePlanning

/// Validates the attributes that all events of an import share, by reading an event with them.
enum EventProbe {
    /// Returns the time in a text, or `nil` if it is not a time.
    static func instant(_ text: String) -> Instant? {
        guard case .event(let received) = read(mission: "m", source: "urn:m", time: text) else { return nil }
        return received.event.stamp.time
    }

    /// Returns the fault of the attributes, or `nil` if they are valid for events.
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
