import CadrePlanning

/// The event by which a node moves the clock of a mission that is `live`. Source: CONTRACT § 2, `clock.advanced`.
public struct ClockEvent: Equatable, Sendable {
    public var mission: ID<Mission>
    /// The day to whose 00:00 UTC the clock is set.
    public var day: Day
    /// The generation that stands, 0…1000: a smaller one would be superseded.
    public var generation: Int

    public init(mission: ID<Mission>, day: Day, generation: Int = 0) {
        self.mission = mission
        self.day = day
        self.generation = generation
    }

    /// The id, one per mission, day and generation: a second submission is a duplicate.
    public var id: String {
        let id = "clock/\(mission)/\(day.text)"
        return generation == 0 ? id : "\(id)/\(generation)"
    }

    /// Midnight at which the day begins.
    public var time: Instant {
        let secondsADay = 86_400
        return Instant(seconds: day.number * secondsADay)
    }

    /// The topic to journal it under.
    public var topic: String { "\(TopicKind.plan.rawValue).\(mission)" }

    /// The CloudEvent as it is submitted. It says no `to`: the event's own time is where the clock stands.
    public func event(node: ID<Node>) -> [UInt8] {
        OutgoingEnvelope(type: EventType.clockAdvanced.rawValue, node: node, id: id, time: time).event {
            EventTable.clockAdvanced.write(.clock(ClockAdvance(generation: generation)), of: mission, to: &$0)
        }
    }
}
