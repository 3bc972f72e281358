import CadrePlanning

/// The event by which a node moves the clock of a mission that is `live`. Source: CONTRACT § 2, `clock.advanced`.
public struct ClockEvent: Equatable, Sendable {
    public static let type = "cadre.clock.advanced.v1"

    public var mission: ID<Mission>
    /// The clock comes to stand at 00:00 UTC of it.
    public var day: Day

    public init(mission: ID<Mission>, day: Day) {
        self.mission = mission
        self.day = day
    }

    /// One a mission and day, whoever submits it how often: the second is a duplicate.
    public var id: String { "clock/\(mission)/\(day.text)" }

    /// Midnight at which the day begins.
    public var time: Instant {
        let secondsADay = 86_400
        return Instant(seconds: day.number * secondsADay)
    }

    /// The topic to journal it under.
    public var topic: String { "\(TopicKind.plan.rawValue).\(mission)" }

    /// The CloudEvent as it is submitted. It says no `to`: the event's own time is where the clock stands.
    public func event(node: ID<Node>) -> [UInt8] {
        OutgoingEnvelope(type: Self.type, node: node, id: id, time: time).event {
            $0.object { $0.member("mission", mission) }
        }
    }
}
