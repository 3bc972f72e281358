/// The kinds of entities, by the names that the contract gives them.
public enum EntityKind: String, Sendable, CaseIterable {
    case mission, clock, element, site, line, course, item, factor, demand, run, instructors, pledge, stock, delivery

    public var topicKind: TopicKind {
        switch self {
        case .mission, .clock, .element, .site, .line, .course, .item, .factor: .plan
        case .demand, .run, .instructors: .training
        case .pledge: .pledge
        case .stock, .delivery: .logistics
        }
    }
}
