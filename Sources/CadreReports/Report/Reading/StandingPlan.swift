import CadreContract
import CadreJSON
import CadrePlanning

/// The documents that stand, for what estimates do not hold: titles, notes, who said it.
public struct StandingPlan: Sendable {
    /// A document that stands, and the event that set it.
    public struct Entity: Sendable {
        public let kind: EntityKind
        /// As `EntityKey` has it: `NATION/PLEDGE`, `SITE/COMMODITY` …
        public let id: String
        /// The event's `data`.
        public let document: JSONValue
        /// The event's `source` and `id`.
        public let source: String
        public let event: String

        public init(kind: EntityKind, id: String, document: JSONValue, source: String, event: String) {
            self.kind = kind
            self.id = id
            self.document = document
            self.source = source
            self.event = event
        }

        /// A member that is text, and not empty.
        func text(_ member: String) -> String? {
            document[member]?.text.flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    private let byKind: [EntityKind: [String: Entity]]

    /// - Parameter entities: In any order; of two with one key the last counts.
    public init(_ entities: [Entity]) {
        var byKind: [EntityKind: [String: Entity]] = [:]
        for entity in entities { byKind[entity.kind, default: [:]][entity.id] = entity }
        self.byKind = byKind
    }

    /// - Parameter answer: The result of `plan.get`. What is of a kind that is not known here is left out.
    public init(answer: JSONValue) {
        self.init(
            answer.list("entities").compactMap { row in
                guard let kind = row["kind"]?.text.flatMap(EntityKind.init(rawValue:)), let id = row["id"]?.text,
                    let document = row["document"]
                else { return nil }
                return Entity(
                    kind: kind, id: id, document: document, source: row["event"]?["source"]?.text ?? "",
                    event: row["event"]?["id"]?.text ?? "")
            })
    }

    /// Sorted by the bytes of their ids.
    func all(_ kind: EntityKind) -> [Entity] {
        (byKind[kind] ?? [:]).values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }

    subscript(kind: EntityKind, id: String) -> Entity? { byKind[kind]?[id] }

    /// What an entity is called, where somebody gave it another name than its id.
    func title(_ kind: EntityKind, _ id: String) -> String? {
        let entity = byKind[kind]?[id]
        return (entity?.text("title") ?? entity?.text("name")).flatMap { $0 == id ? nil : $0 }
    }

    /// What an entity is called, else its id.
    func name(_ kind: EntityKind, _ id: String) -> String { title(kind, id) ?? id }

    /// What an entity is called, cut to what a bar has room for; its id stands for what is cut off, or two names that
    /// begin alike would be one.
    func barName(_ kind: EntityKind, _ id: String) -> String {
        let name = name(kind, id)
        guard name.count > ReportLimits.labelMax, name != id else { return name }
        return Coordinates.fitted(name, to: max(8, ReportLimits.labelMax - id.count - 1)) + " " + id
    }

    /// What an entity is called, where a chart has room for that, else its id.
    func shortName(_ kind: EntityKind, _ id: String) -> String {
        let name = name(kind, id)
        return name.count <= ReportLimits.shortNameMax ? name : id
    }

    /// A cell with what an entity is called, its id below where that is something else, and what is more to say.
    func cell(_ kind: EntityKind, _ id: String, _ more: [String?] = []) -> ReportTable.Cell {
        let title = title(kind, id)
        let details = [title == nil ? nil : id] + more
        return ReportTable.Cell(title ?? id, detail: details.compactMap { $0 }.joined(separator: " · "))
    }

    /// What a commodity is counted in: as the mission sets it, else as Cadre has it.
    func unit(ofCommodity name: String) -> String {
        if let unit = byKind[.factor]?["commodity.\(name)"]?.document["value"]?["unit"]?.text { return unit }
        for sourced in DefaultFactors.all {
            if case .commodity(let id, let commodity) = sourced.factor, id.text == name { return commodity.unit }
        }
        return ""
    }

    /// The kinds of cost that a fund bears, with the share of each: as the mission sets them, else as Cadre has them.
    func charges(ofFund name: String) -> [(kind: String, share: Double)] {
        if let set = byKind[.factor]?["fund.\(name)"] {
            let charges = set.document["value"]?["charges"]
            if let shares = charges?.members { return shares.map { ($0.name, $0.value.number?.double ?? 0) } }
            return (charges?.elements ?? []).compactMap(\.text).map { ($0, 1) }
        }
        for sourced in DefaultFactors.all {
            if case .fund(let id, let fund) = sourced.factor, id.text == name {
                return CostKind.allCases.compactMap { kind in fund.shares[kind].map { (kind.rawValue, $0) } }
            }
        }
        return []
    }
}
