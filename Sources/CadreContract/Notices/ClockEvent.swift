import CadrePlanning

/// The event by which a node moves the clock of a mission that is `live`. Source: CONTRACT § 2, `clock.advanced`.
public struct ClockEvent: Equatable, Sendable {
    public var mission: ID<Mission>
    /// The day to whose 00:00 UTC the clock is set.
    public var day: Day
    /// The current generation, 0…1000: an event of a smaller one would be superseded.
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

    /// The midnight at which the day begins.
    public var time: Instant {
        let secondsADay = 86_400
        return Instant(seconds: day.number * secondsADay)
    }

    /// The topic under which the event is journaled.
    public var topic: String { "\(TopicKind.plan.rawValue).\(mission)" }

    /// Returns the CloudEvent to submit. It has no `to`: the event's own time is the new time of the clock.
    public func event(node: ID<Node>) -> [UInt8] {
        OutgoingEnvelope(type: EventType.clockAdvanced.rawValue, node: node, id: id, time: time).event {
            EventTable.clockAdvanced.write(.clock(ClockAdvance(generation: generation)), of: mission, to: &$0)
        }
    }
}
