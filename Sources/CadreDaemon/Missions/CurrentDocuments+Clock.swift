import CadreContract
import CadrePlanning

extension CurrentDocuments {
    /// The current clock event, and its generation.
    var currentClock: (stamp: Stamp, generation: Int)? {
        guard let clock = current[EntityKey(.clock, "")], case .clock(let advance) = clock.document else { return nil }
        return (clock.stamp, advance.generation)
    }

    /// Returns the clock event that is due on a day, or `nil`. Source: CONTRACT § 2, `clock.advanced`.
    func clockDue(on day: Day) -> ClockEvent? {
        let clock = currentClock
        let due = ClockEvent(mission: mission, day: day, generation: clock?.generation ?? 0)
        guard let defined = current[EntityKey(.mission, mission.text)],
            case .mission(_, let document) = defined.document, document.clock == .live, defined.stamp.time < due.time
        else { return nil }
        if let clock, !(clock.stamp.time < due.time) { return nil }
        return due
    }
}
