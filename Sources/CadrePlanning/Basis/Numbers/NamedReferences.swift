/// The names in a document. Source: MODEL § 2.
struct NamedReferences: Equatable, Sendable {
    enum Name: Hashable, Sendable {
        case entity(EntityKind, Int)
        case rule(ID<RuleName>)
        case commodity(ID<CommodityName>)
        case fund(ID<FundName>)
        case rate(ID<Currency>)
    }

    /// Names without which the entity is inert.
    var binding: [Name] = []
    /// Names that match nothing if they are unknown.
    var loose: [Name] = []

    static let none = NamedReferences()
}

extension EntityNumbers {
    /// Returns the names in a document; names that were never seen get a number.
    mutating func names(in document: Document) -> NamedReferences {
        switch document {
        case .mission(_, let mission): return .init(loose: site(mission.hqSite))
        case .clock, .factor, .instructors: return .none
        case .element(_, let value): return .init(binding: value.requires.flatMap { element($0) })
        case .site(_, let value):
            var loose = value.hosted.map { hosting -> NamedReferences.Name in
                switch hosting.service {
                case .rule(let id): .rule(id)
                case .commodity(let id): .commodity(id)
                }
            }
            for hosting in value.hosted { loose += element(hosting.element) }
            return .init(loose: loose + value.storage.keys.map(NamedReferences.Name.commodity))
        case .line(_, let line): return .init(binding: site(line.site) + element(line.element))
        case .course(_, let value): return .init(loose: value.perStudent.keys.map(NamedReferences.Name.commodity))
        case .item(_, let item): return .init(binding: element(item.element))
        case .demand(_, let demand):
            return .init(binding: course(demand.course) + site(demand.site) + element(demand.element))
        case .run(_, let run):
            let demand = run.demand.map { [NamedReferences.Name.entity(.demand, demands.number(of: $0))] } ?? []
            return .init(binding: course(run.course) + site(run.site) + element(run.element) + demand)
        case .pledge(_, let pledge): return names(in: pledge)
        case .stock(let count): return .init(binding: site(count.site) + [.commodity(count.commodity)])
        case .delivery(_, let delivery): return .init(binding: site(delivery.site) + [.commodity(delivery.commodity)])
        }
    }

    private mutating func names(in pledge: Pledge) -> NamedReferences {
        let required = pledge.requires.map { NamedReferences.Name.entity(.pledge, pledges.number(of: $0)) }
        switch pledge.offer {
        case .personnel(let people):
            let caveats = people.caveats
            let sites = (caveats.sites + caveats.notSites).flatMap { site($0) }
            return .init(binding: required, loose: sites + caveats.elements.flatMap { element($0) })
        case .trainingPlaces(let places): return .init(binding: required + course(places.course))
        case .equipment(let equipment):
            return .init(binding: required + [.entity(.item, items.number(of: equipment.item))])
        case .funds(let funds): return .init(binding: required + [.fund(funds.fund), .rate(funds.currency)])
        }
    }

    private mutating func site(_ id: ID<Site>?) -> [NamedReferences.Name] {
        id.map { [.entity(.site, sites.number(of: $0))] } ?? []
    }

    private mutating func element(_ id: ID<Element>?) -> [NamedReferences.Name] {
        id.map { [.entity(.element, elements.number(of: $0))] } ?? []
    }

    private mutating func course(_ id: ID<Course>) -> [NamedReferences.Name] {
        [.entity(.course, courses.number(of: id))]
    }
}
