/// The entities that are inert because of an unknown or inert name, and every name that is unknown. Source: MODEL § 2.
struct References: Equatable, Sendable {
    /// The numbers of inert entities, by kind. Stocks and deliveries count by their index in the table.
    private(set) var inert: [EntityKind: Set<Int>] = [:]
    /// The unresolved references, in the order of entity, id and missing name.
    private(set) var unresolved: [UnresolvedReference] = []

    /// Kinds are resolved one after the other: each names only kinds before it, or its own.
    init(_ table: ReferenceStage.Input, _ numbers: EntityNumbers) {
        var resolver = Resolver(numbers: numbers, factors: table.factors)
        resolver.define(.element, table.elements)
        resolver.define(.site, table.sites)
        resolver.define(.course, table.courses)
        resolver.define(.item, table.items)
        resolver.define(.line, table.lines)
        resolver.define(.demand, table.demands)
        resolver.define(.run, table.runs)
        resolver.define(.pledge, table.pledges)
        resolver.resolve(.element, table.elements)
        resolver.resolve(.site, table.sites)
        resolver.resolve(.course, table.courses)
        resolver.resolve(.item, table.items)
        resolver.resolve(.line, table.lines)
        resolver.resolve(.demand, table.demands)
        resolver.resolve(.run, table.runs)
        resolver.resolve(.pledge, table.pledges)
        resolver.resolve(.stock, table.stocks)
        resolver.resolve(.delivery, table.deliveries)
        inert = resolver.inert
        var rows: Set<UnresolvedReference> = []
        resolver.list(.mission, table.mission.text, table.hqNames, own: nil, &rows)
        resolver.list(.element, table.elements, &rows)
        resolver.list(.site, table.sites, &rows)
        resolver.list(.course, table.courses, &rows)
        resolver.list(.item, table.items, &rows)
        resolver.list(.line, table.lines, &rows)
        resolver.list(.demand, table.demands, &rows)
        resolver.list(.run, table.runs, &rows)
        resolver.list(.pledge, table.pledges, &rows)
        resolver.list(.stock, table.stocks, &rows)
        resolver.list(.delivery, table.deliveries, &rows)
        for rule in table.factors.inertRules {
            rows.insert(.init(entity: .factor, id: "rule.\(rule)", missing: "population ratios below 0.9"))
        }
        unresolved = rows.sorted { a, b in
            if a.entity != b.entity { return bytesPrecede(a.entity.rawValue, b.entity.rawValue) }
            return a.id != b.id ? bytesPrecede(a.id, b.id) : bytesPrecede(a.missing, b.missing)
        }
    }

    /// Returns the entities of a kind that are not inert, in their order.
    func active<Value>(_ kind: EntityKind, _ entities: [Entity<Value>]) -> [Entity<Value>] {
        guard let inert = inert[kind] else { return entities }
        return entities.enumerated().filter { !inert.contains(References.place(kind, $1, at: $0)) }.map(\.element)
    }

    /// Stocks and deliveries have no numbers: no entity names them.
    private static func place<Value>(_ kind: EntityKind, _ entity: Entity<Value>, at index: Int) -> Int {
        kind == .stock || kind == .delivery ? index : entity.number
    }

    /// Finds the inert entities, kind after kind.
    private struct Resolver {
        let numbers: EntityNumbers
        let factors: FactorTable
        /// Whether the documents define the entity with a number, by kind.
        var defined: [EntityKind: [Bool]] = [:]
        var inert: [EntityKind: Set<Int>] = [:]

        mutating func define<Value>(_ kind: EntityKind, _ entities: [Entity<Value>]) {
            var flags = Array(repeating: false, count: (entities.lazy.map(\.number).max() ?? -1) + 1)
            for entity in entities { flags[entity.number] = true }
            defined[kind] = flags
        }

        func isDefined(_ kind: EntityKind, _ number: Int) -> Bool {
            guard let flags = defined[kind] else { return false }
            return number < flags.count && flags[number]
        }

        func isUsable(_ name: NamedReferences.Name) -> Bool {
            switch name {
            case .entity(let kind, let number): isDefined(kind, number) && inert[kind]?.contains(number) != true
            case .rule(let id): factors.knows(rule: id) && !factors.inertRules.contains(id)
            case .commodity(let id): factors.knows(commodity: id)
            case .fund(let id): factors.knows(fund: id)
            case .rate(let currency): factors.rate(of: currency) != nil
            }
        }

        mutating func resolve<Value>(_ kind: EntityKind, _ entities: [Entity<Value>]) {
            var found: Set<Int> = []
            var queue: [Int] = []
            for (index, entity) in entities.enumerated() {
                let place = References.place(kind, entity, at: index)
                for name in entity.names.binding where name != .entity(kind, entity.number) && !isUsable(name) {
                    if found.insert(place).inserted { queue.append(place) }
                }
            }
            guard !found.isEmpty else { return }
            // Those of the same kind that name an inert one are inert, too.
            var namedBy: [Int: [Int]] = [:]
            for entity in entities {
                for case .entity(kind, let other) in entity.names.binding where other != entity.number {
                    namedBy[other, default: []].append(entity.number)
                }
            }
            while let number = queue.popLast() {
                for other in namedBy[number] ?? [] where found.insert(other).inserted { queue.append(other) }
            }
            inert[kind] = found
        }

        func list<Value>(_ kind: EntityKind, _ entities: [Entity<Value>], _ rows: inout Set<UnresolvedReference>) {
            for entity in entities { list(kind, entity.id.text, entity.names, own: entity.number, &rows) }
        }

        func list(
            _ kind: EntityKind, _ id: String, _ names: NamedReferences, own: Int?,
            _ rows: inout Set<UnresolvedReference>
        ) {
            for list in [names.binding, names.loose] {
                for name in list where !isUsable(name) {
                    if let own, name == .entity(kind, own) { continue }
                    rows.insert(.init(entity: kind, id: id, missing: text(name)))
                }
            }
        }

        private func text(_ name: NamedReferences.Name) -> String {
            switch name {
            case .entity(let kind, let number): "\(kind.rawValue) \(numbers.id(kind, number))"
            case .rule(let id): "rule \(id)"
            case .commodity(let id): "commodity \(id)"
            case .fund(let id): "fund \(id)"
            case .rate(let currency): "rate \(currency)"
            }
        }
    }
}
