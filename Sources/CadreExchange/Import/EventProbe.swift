import CadreContract
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
        let envelope = EventEnvelope(type: .clockAdvanced, source: source, id: "probe", time: time)
        var data = JSONWriter(capacity: 64)
        data.object { $0.member("mission", mission) }
        return EventReader().read(payload: envelope.event(data: data.bytes)).first
    }
}

/// The CloudEvent around an imported document. Source: CONTRACT § 2.
struct EventEnvelope {
    var type: EventType
    var source: String
    var id: String
    /// RFC 3339.
    var time: String

    func event(data: [UInt8]) -> [UInt8] {
        var writer = JSONWriter(capacity: data.count + 256)
        writer.object {
            $0.member("specversion", "1.0")
            $0.member("id", id)
            $0.member("source", source)
            $0.member("type", type.rawValue)
            $0.member("time", time)
            $0.member("datacontenttype", "application/json")
            $0.name("data")
            $0.raw(data)
        }
        return writer.bytes
    }
}
