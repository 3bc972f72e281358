import ArgumentParser
import CadreContract
import CadrePlanning

/// The time of events.
struct EventTime: Sendable {
    let instant: Instant

    init(_ text: String) throws {
        guard let instant = TimeGrammar.instant(text) else {
            throw ValidationError("\(text) is not a time: give RFC 3339 with zone, such as 2005-06-06T08:00:00Z.")
        }
        self.instant = instant
    }
}
