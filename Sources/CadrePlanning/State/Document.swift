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
