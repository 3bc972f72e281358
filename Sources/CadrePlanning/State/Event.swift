/// Orders the events of one entity: the greatest stands. Source: MODEL § 2.
public struct Stamp: Hashable, Comparable, Sendable {
    public var time: Instant
    /// The event's id.
    public var id: String
    /// The event's source.
    public var source: String

    public init(time: Instant, id: String, source: String) {
        self.time = time
        self.id = id
        self.source = source
    }

    // By bytes: two ids that only look alike are two.
    public static func == (a: Stamp, b: Stamp) -> Bool {
        a.time == b.time && a.id.utf8.elementsEqual(b.id.utf8) && a.source.utf8.elementsEqual(b.source.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(time)
    }

    public static func < (a: Stamp, b: Stamp) -> Bool {
        if a.time != b.time { return a.time < b.time }
        if !a.id.utf8.elementsEqual(b.id.utf8) { return bytesPrecede(a.id, b.id) }
        return bytesPrecede(a.source, b.source)
    }
}

/// The topic kinds on which events come. Source: CONTRACT § 1.
public enum TopicKind: String, Sendable, CaseIterable { case plan, training, pledge, logistics }

/// What entities there are, by the names that the contract gives them.
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

/// Names one entity of a mission: `NATION/PLEDGE` of a pledge, `SITE/COMMODITY` of a stock, "" of its clock.
public struct EntityKey: Hashable, Sendable {
    public var kind: EntityKind
    public var id: String

    public init(_ kind: EntityKind, _ id: String) {
        self.kind = kind
        self.id = id
    }
}

/// The whole document of one entity, as an event carries it. Source: CONTRACT § 2.
public enum Document: Hashable, Sendable {
    case mission(ID<Mission>, Mission)
    case clock(ClockAdvance)
    case element(ID<Element>, Element)
    case site(ID<Site>, Site)
    case line(ID<Line>, Line)
    case course(ID<Course>, Course)
    case item(ID<EquipmentItem>, EquipmentItem)
    case factor(SourcedFactor)
    case demand(ID<Demand>, Demand)
    case run(ID<Run>, Run)
    case instructors(Capability, InstructorCount)
    /// The id is `NATION/PLEDGE`.
    case pledge(ID<Pledge>, Pledge)
    case stock(StockCount)
    case delivery(ID<DeliveryName>, Delivery)

    public var key: EntityKey {
        switch self {
        case .mission(let id, _): EntityKey(.mission, id.text)
        case .clock: EntityKey(.clock, "")
        case .element(let id, _): EntityKey(.element, id.text)
        case .site(let id, _): EntityKey(.site, id.text)
        case .line(let id, _): EntityKey(.line, id.text)
        case .course(let id, _): EntityKey(.course, id.text)
        case .item(let id, _): EntityKey(.item, id.text)
        case .factor(let sourced): EntityKey(.factor, sourced.factor.name)
        case .demand(let id, _): EntityKey(.demand, id.text)
        case .run(let id, _): EntityKey(.run, id.text)
        case .instructors(let capability, _): EntityKey(.instructors, capability.code)
        case .pledge(let id, _): EntityKey(.pledge, id.text)
        case .stock(let count): EntityKey(.stock, "\(count.site)/\(count.commodity)")
        case .delivery(let id, _): EntityKey(.delivery, id.text)
        }
    }
}

/// An accepted event as the core sees it: what it says, of which mission, and its place among others.
public struct Event: Hashable, Sendable {
    public var mission: ID<Mission>
    public var stamp: Stamp
    public var document: Document

    public init(mission: ID<Mission>, stamp: Stamp, document: Document) {
        self.mission = mission
        self.stamp = stamp
        self.document = document
    }
}
