import ArgumentParser
import CadreContract
import CadreJSON
import CadrePlanning

/// A time that events bear.
struct EventTime: Sendable {
    let instant: Instant

    init(_ text: String) throws {
        guard let instant = EventTime.instant(text) else {
            throw ValidationError("\(text) is no time: give RFC 3339 with zone, such as 2005-06-06T08:00:00Z.")
        }
        self.instant = instant
    }

    /// As the contract reads it: of an event that says nothing but its time.
    private static func instant(_ text: String) -> Instant? {
        let mission = ID<Mission>("m")
        var writer = JSONWriter()
        writer.object {
            $0.member("specversion", "1.0")
            $0.member("id", "t")
            $0.member("source", Supposition.source)
            $0.member("type", EventType.clockAdvanced.rawValue)
            $0.member("time", text)
            $0.member("data") { $0.object { $0.member("mission", mission) } }
        }
        guard case .event(let received)? = EventReader().read(payload: writer.bytes).first else { return nil }
        return received.event.stamp.time
    }
}
