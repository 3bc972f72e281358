import CadrePlanning

extension EventType {
    /// The type without `cadre.` and version: `line.required`.
    public var name: String { String(rawValue.dropFirst("cadre.".count).dropLast(".v1".count)) }

    /// The kind of entity that the event is about, or `nil` for a head.
    public var entity: EntityKind? { EntityKind.allCases.first { $0.eventType == self } }

    /// The members of `data`.
    public var description: TableDescription {
        EventTable.of(self)?.description ?? SourceHead.Content.table.description
    }
}

extension EntityKind {
    /// The type of the events that carry documents of the kind.
    public var eventType: EventType {
        switch self {
        case .mission: .missionDefined
        case .clock: .clockAdvanced
        case .element: .elementProposed
        case .site: .siteDefined
        case .line: .lineRequired
        case .course: .courseDefined
        case .item: .equipmentRequired
        case .factor: .factorSet
        case .demand: .demandSet
        case .run: .runScheduled
        case .instructors: .instructorsCounted
        case .pledge: .pledgeRecorded
        case .stock: .stockCounted
        case .delivery: .deliveryReceived
        }
    }
}
