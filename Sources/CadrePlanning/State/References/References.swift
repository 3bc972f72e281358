/// Which entities are inert because of what they name, and every name that is unknown. Source: MODEL § 2.
struct References: Sendable {
    private(set) var inert: Set<EntityKey> = []
    /// In order of entity, id and what is missing.
    private(set) var unresolved: [SummaryEstimate.Unresolved] = []

    /// What an entity names.
    private enum Name: Hashable {
        case entity(EntityKey)
        case rule(ID<RuleName>)
        case commodity(ID<CommodityName>)
        case fund(ID<FundName>)
        case rate(ID<Currency>)

        var text: String {
            switch self {
            case .entity(let key): "\(key.kind.rawValue) \(key.id)"
            case .rule(let id): "rule \(id)"
            case .commodity(let id): "commodity \(id)"
            case .fund(let id): "fund \(id)"
            case .rate(let currency): "rate \(currency)"
            }
        }
    }

    init(_ documents: StandingDocuments, factors: FactorTable) {
        var namedBy: [EntityKey: [EntityKey]] = [:]
        var names: [(key: EntityKey, binding: [Name], loose: [Name])] = []
        var queue: [EntityKey] = []

        func isKnown(_ name: Name) -> Bool { References.isKnown(name, documents, factors) }

        for (key, standing) in documents.standing {
            let (binding, loose) = References.names(in: standing.document)
            guard !binding.isEmpty || !loose.isEmpty else { continue }
            names.append((key, binding, loose))
            for case .entity(let named) in binding where named != key { namedBy[named, default: []].append(key) }
            if !binding.allSatisfy(isKnown) { queue.append(key) }
        }
        while let key = queue.popLast() {
            guard inert.insert(key).inserted else { continue }
            queue += namedBy[key] ?? []
        }

        var rows: Set<SummaryEstimate.Unresolved> = []
        for (key, binding, loose) in names {
            for name in binding + loose where name != .entity(key) {
                if case .entity(let named) = name, isKnown(name), !inert.contains(named) { continue }
                if case .entity = name {} else if isKnown(name) { continue }
                rows.insert(.init(entity: key.kind, id: key.id, missing: name.text))
            }
        }
        for rule in factors.inertRules {
            rows.insert(
                .init(entity: .factor, id: "rule.\(rule)", missing: "population ratios below 0.9"))
        }
        unresolved = rows.sorted { a, b in
            if a.entity != b.entity { return bytesPrecede(a.entity.rawValue, b.entity.rawValue) }
            return a.id != b.id ? bytesPrecede(a.id, b.id) : bytesPrecede(a.missing, b.missing)
        }
    }

    private static func isKnown(_ name: Name, _ documents: StandingDocuments, _ factors: FactorTable) -> Bool {
        switch name {
        case .entity(let key): documents.standing[key] != nil
        case .rule(let id): factors.knows(rule: id) && !factors.inertRules.contains(id)
        case .commodity(let id): factors.knows(commodity: id)
        case .fund(let id): factors.knows(fund: id)
        case .rate(let currency): factors.rate(of: currency) != nil
        }
    }

    /// Whether these references stay as they are when a document of `documents` is new, or takes another's place: it
    /// names nothing unknown or inert, the one before it did not either, and nobody named what was not there.
    func hold(with document: Document, in documents: StandingDocuments, _ factors: FactorTable) -> Bool {
        let key = document.key
        guard !inert.contains(key) else { return false }
        if !unresolved.isEmpty {
            let name = Name.entity(key).text
            guard !unresolved.contains(where: { ($0.entity == key.kind && $0.id == key.id) || $0.missing == name })
            else { return false }
        }
        let (binding, loose) = References.names(in: document)
        return (binding + loose).allSatisfy { name in
            if case .entity(let named) = name, inert.contains(named) { return false }
            return References.isKnown(name, documents, factors)
        }
    }

    /// `binding`: without these the entity is inert; `loose`: those that then match nothing.
    private static func names(in document: Document) -> (binding: [Name], loose: [Name]) {
        func site(_ id: ID<Site>?) -> [Name] { id.map { [.entity(EntityKey(.site, $0.text))] } ?? [] }
        func element(_ id: ID<Element>?) -> [Name] { id.map { [.entity(EntityKey(.element, $0.text))] } ?? [] }
        func course(_ id: ID<Course>) -> [Name] { [.entity(EntityKey(.course, id.text))] }
        switch document {
        case .mission(_, let mission): return ([], site(mission.hqSite))
        case .clock, .factor, .instructors: return ([], [])
        case .element(_, let value): return (value.requires.flatMap { element($0) }, [])
        case .site(_, let value):
            let services = value.hosted.map { hosting -> Name in
                switch hosting.service {
                case .rule(let id): .rule(id)
                case .commodity(let id): .commodity(id)
                }
            }
            return (
                [], services + value.hosted.flatMap { element($0.element) } + value.storage.keys.map(Name.commodity)
            )
        case .line(_, let line): return (site(line.site) + element(line.element), [])
        case .course(_, let value): return ([], value.perStudent.keys.map(Name.commodity))
        case .item(_, let item): return (element(item.element), [])
        case .demand(_, let demand): return (course(demand.course) + site(demand.site) + element(demand.element), [])
        case .run(_, let run):
            let demand = run.demand.map { [Name.entity(EntityKey(.demand, $0.text))] } ?? []
            return (course(run.course) + site(run.site) + element(run.element) + demand, [])
        case .pledge(_, let pledge): return names(in: pledge)
        case .stock(let count): return (site(count.site) + [.commodity(count.commodity)], [])
        case .delivery(_, let delivery): return (site(delivery.site) + [.commodity(delivery.commodity)], [])
        }
    }

    private static func names(in pledge: Pledge) -> (binding: [Name], loose: [Name]) {
        let required = pledge.requires.map { Name.entity(EntityKey(.pledge, $0.text)) }
        switch pledge.offer {
        case .personnel(let people):
            let caveats = people.caveats
            let sites = (caveats.sites + caveats.notSites).map { Name.entity(EntityKey(.site, $0.text)) }
            return (required, sites + caveats.elements.map { .entity(EntityKey(.element, $0.text)) })
        case .trainingPlaces(let places): return (required + [.entity(EntityKey(.course, places.course.text))], [])
        case .equipment(let equipment): return (required + [.entity(EntityKey(.item, equipment.item.text))], [])
        case .funds(let funds): return (required + [.fund(funds.fund), .rate(funds.currency)], [])
        }
    }
}
