/// The numbers of all entities that a mission's documents define or name, by kind.
///
/// An entity keeps its number for as long as a plan lives; no figure depends on the number, because everything that has
/// an order is ordered by id.
struct EntityNumbers: Sendable {
    var elements = Interner<ID<Element>>()
    var sites = Interner<ID<Site>>()
    var lines = Interner<ID<Line>>()
    var courses = Interner<ID<Course>>()
    var items = Interner<ID<EquipmentItem>>()
    var demands = Interner<ID<Demand>>()
    var runs = Interner<ID<Run>>()
    var pledges = Interner<ID<Pledge>>()
    var nations = Interner<ID<Nation>>()

    /// Returns the id that has a number, for messages.
    func id(_ kind: EntityKind, _ number: Int) -> String {
        switch kind {
        case .element: elements.keys[number].text
        case .site: sites.keys[number].text
        case .line: lines.keys[number].text
        case .course: courses.keys[number].text
        case .item: items.keys[number].text
        case .demand: demands.keys[number].text
        case .run: runs.keys[number].text
        case .pledge: pledges.keys[number].text
        case .mission, .clock, .factor, .instructors, .stock, .delivery: ""
        }
    }
}
