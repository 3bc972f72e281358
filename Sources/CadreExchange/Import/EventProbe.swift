import CadreContract
import CadreJSON

/// Validates the attributes that all events of an import share, by reading an event with them.
enum EventProbe {
    /// Returns the fault of the attributes, or `nil` if they are valid for events.
    static func fault(mission: String, source: String, time: String) -> String? {
        var data = JSONWriter(capacity: 64)
        data.object { $0.member("mission", mission) }
        let event = EventDraft(type: .clockAdvanced, source: source, id: "probe", time: time, data: data.bytes)
        guard case .rejected(let rejection)? = EventReader().read(payload: event.bytes).first else { return nil }
        return rejection.detail
    }
}
