/// The current documents of a mission by kind, each list in the order of ids.
///
/// Follows the state from event to event: only entities whose documents changed get a new ``Entity``.
struct EntityTable: Sendable {
    private(set) var mission: Mission?
    private(set) var hqNames = NamedReferences.none
    private(set) var elements: [Entity<Element>] = []
    private(set) var sites: [Entity<Site>] = []
    private(set) var lines: [Entity<Line>] = []
    private(set) var courses: [Entity<Course>] = []
    private(set) var items: [Entity<EquipmentItem>] = []
    private(set) var demands: [Entity<Demand>] = []
    private(set) var runs: [Entity<Run>] = []
    private(set) var pledges: [Entity<Pledge>] = []
    private(set) var stocks: [Entity<StockCount>] = []
    private(set) var deliveries: [Entity<Delivery>] = []
    /// The instructor stocks, in the order of capabilities.
    private(set) var instructors: [InstructorStock] = []
    /// The factors, in the order of their names.
    private(set) var factors: [SourcedFactor] = []
    private var documents: [EntityKey: CurrentDocuments.Current] = [:]

    /// The count of one capability's host-nation instructors.
    struct InstructorStock: Equatable, Sendable {
        let capability: Capability
        let count: InstructorCount
    }

    /// The number of entities.
    var count: Int { documents.count }

    /// Follows the state.
    /// - Returns: Whether the table could follow; `false` if entities are gone, which only happens to states that are
    ///   tried: a table for them is made from scratch.
    mutating func follow(_ new: CurrentDocuments, _ numbers: inout EntityNumbers) -> Bool {
        var known = 0
        var changes: [CurrentDocuments.Current] = []
        for (key, current) in new.current {
            let before = documents[key]
            if before != nil { known += 1 }
            if before !== current, before?.document != current.document { changes.append(current) }
        }
        guard known == documents.count else { return false }
        // From scratch, appending in order costs less than inserting.
        changes.sort { bytesPrecede($0.document.key.id, $1.document.key.id) }
        for current in changes { replace(current.document, &numbers) }
        documents = new.current
        return true
    }

    private mutating func replace(_ document: Document, _ numbers: inout EntityNumbers) {
        let names = numbers.names(in: document)
        switch document {
        case .mission(_, let value):
            mission = value
            hqNames = names
        case .clock: break
        case .element(let id, let value): put(&elements, numbers.elements.number(of: id), id, value, names)
        case .site(let id, let value): put(&sites, numbers.sites.number(of: id), id, value, names)
        case .line(let id, let value): put(&lines, numbers.lines.number(of: id), id, value, names)
        case .course(let id, let value): put(&courses, numbers.courses.number(of: id), id, value, names)
        case .item(let id, let value): put(&items, numbers.items.number(of: id), id, value, names)
        case .demand(let id, let value): put(&demands, numbers.demands.number(of: id), id, value, names)
        case .run(let id, let value): put(&runs, numbers.runs.number(of: id), id, value, names)
        case .pledge(let id, let value): put(&pledges, numbers.pledges.number(of: id), id, value, names)
        case .stock(let value): put(&stocks, 0, ID("\(value.site)/\(value.commodity)"), value, names)
        case .delivery(let id, let value): put(&deliveries, 0, ID(id.text), value, names)
        case .instructors(let capability, let count):
            let stock = InstructorStock(capability: capability, count: count)
            let index = instructors.partitioningIndex(where: { !($0.capability < capability) })
            if index < instructors.count, instructors[index].capability == capability {
                instructors[index] = stock
            } else {
                instructors.insert(stock, at: index)
            }
        case .factor(let sourced):
            let name = sourced.factor.name
            let index = factors.partitioningIndex(where: { !bytesPrecede($0.factor.name, name) })
            if index < factors.count, factors[index].factor.name == name {
                factors[index] = sourced
            } else {
                factors.insert(sourced, at: index)
            }
        }
    }

    private func put<Value>(
        _ list: inout [Entity<Value>], _ number: Int, _ id: ID<Value>, _ value: Value, _ names: NamedReferences
    ) {
        let entity = Entity(number: number, id: id, value: value, names: names)
        if let last = list.last, last.id < id {
            list.append(entity)
            return
        }
        let index = list.partitioningIndex(where: { !($0.id < id) })
        if index < list.count, list[index].id == id {
            list[index] = entity
        } else {
            list.insert(entity, at: index)
        }
    }
}
