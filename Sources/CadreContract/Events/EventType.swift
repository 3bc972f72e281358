import CadrePlanning

/// The types of events that Cadre accepts. Source: CONTRACT § 2.
public enum EventType: String, Sendable, CaseIterable {
    case missionDefined = "cadre.mission.defined.v1"
    case clockAdvanced = "cadre.clock.advanced.v1"
    case elementProposed = "cadre.element.proposed.v1"
    case siteDefined = "cadre.site.defined.v1"
    case lineRequired = "cadre.line.required.v1"
    case courseDefined = "cadre.course.defined.v1"
    case equipmentRequired = "cadre.equipment.required.v1"
    case factorSet = "cadre.factor.set.v1"
    case demandSet = "cadre.demand.set.v1"
    case runScheduled = "cadre.run.scheduled.v1"
    case instructorsCounted = "cadre.instructors.counted.v1"
    case pledgeRecorded = "cadre.pledge.recorded.v1"
    case stockCounted = "cadre.stock.counted.v1"
    case deliveryReceived = "cadre.delivery.received.v1"
    case sourceHead = "cadre.source.head.v1"
}
