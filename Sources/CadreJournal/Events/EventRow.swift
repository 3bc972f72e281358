import CadreContract
import CadrePlanning

/// The columns of an event to be appended, but for those that depend on its position.
struct EventRow {
    let event: ReceivedEvent
    let topic: String
    let name: String?
    /// The time of arrival by this machine's clock.
    let received: Instant
    /// Whether its entity already has a document that supersedes it. Source: MODEL § 2.
    let isSuperseded: Bool
}
