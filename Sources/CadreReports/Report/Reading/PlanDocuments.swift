import CadreContract
import CadreJSON
import CadrePlanning

/// The current documents of a mission, for all that estimates do not contain: titles, notes, sources.
public struct PlanDocuments: Sendable {
    /// A current document.
    public struct Entry: Sendable {
        /// The event that carries the document.
        public let event: Event
        /// The event's `data` as the sender wrote it.
        public let data: JSONValue

        public init(event: Event, data: JSONValue) {
            self.event = event
            self.data = data
        }

        /// The event's note, or `nil` for none.
        var note: String? { event.note?.unlessEmpty }
    }

    private let byKey: [EntityKey: Entry]

    /// Creates the documents of a mission.
    /// - Parameter entries: In any order; the last of an entity replaces those before.
    public init(_ entries: [Entry]) {
        byKey = Dictionary(entries.map { ($0.event.document.key, $0) }, uniquingKeysWith: { $1 })
    }

    /// Reads the answer of `plan.get`. Documents that this version cannot read, a later node's, are omitted.
    public init(_ answer: PlanGet.Answer) {
        self.init(answer.entities.compactMap { $0.event.flatMap(Entry.init) })
    }

    /// Returns the entries of one kind, sorted by the bytes of their ids.
    func all(_ kind: EntityKind) -> [Entry] {
        byKey.filter { $0.key.kind == kind }.sorted { bytesPrecede($0.key.id, $1.key.id) }.map(\.value)
    }

    subscript(kind: EntityKind, id: String) -> Entry? { byKey[EntityKey(kind, id)] }

    // MARK: Documents

    /// The definition of the mission, with its entry.
    var mission: Mission? {
        all(.mission).lazy.compactMap { entry in
            if case .mission(_, let mission) = entry.event.document { mission } else { nil }
        }.first
    }

    func site(_ id: String) -> Site? {
        if case .site(_, let site)? = self[.site, id]?.event.document { site } else { nil }
    }

    func line(_ id: String) -> Line? {
        if case .line(_, let line)? = self[.line, id]?.event.document { line } else { nil }
    }

    func element(_ id: String) -> CadrePlanning.Element? {
        if case .element(_, let element)? = self[.element, id]?.event.document { element } else { nil }
    }

    func demand(_ id: String) -> Demand? {
        if case .demand(_, let demand)? = self[.demand, id]?.event.document { demand } else { nil }
    }

    func run(_ id: String) -> Run? {
        if case .run(_, let run)? = self[.run, id]?.event.document { run } else { nil }
    }

    func pledge(_ id: String) -> Pledge? {
        if case .pledge(_, let pledge)? = self[.pledge, id]?.event.document { pledge } else { nil }
    }

    /// Returns the factor of a name as the mission sets it, else as Cadre ships it, or `nil` for an unknown name.
    private func factor(_ name: String) -> Factor? {
        if case .factor(let sourced)? = self[.factor, name]?.event.document { return sourced.factor }
        return DefaultFactors.all.lazy.map(\.factor).first { $0.name == name }
    }

    // MARK: Names

    /// Returns the title of an entity, or `nil` if it has none that differs from its id.
    func title(_ kind: EntityKind, _ id: String) -> String? {
        let title: String? =
            switch self[kind, id]?.event.document {
            case .mission(_, let mission): mission.name
            case .element(_, let element): element.title
            case .site(_, let site): site.name
            case .line(_, let line): line.title
            case .course(_, let course): course.title
            case .item(_, let item): item.title
            case .clock, .factor, .demand, .run, .instructors, .pledge, .stock, .delivery, nil: nil
            }
        return title?.unlessEmpty.flatMap { $0 == id ? nil : $0 }
    }

    /// Returns the title of an entity, else its id.
    func name(_ kind: EntityKind, _ id: String) -> String { title(kind, id) ?? id }

    /// Returns a name that fits next to a bar. The id replaces the end of a long title, which two titles may share.
    func barName(_ kind: EntityKind, _ id: String) -> String {
        let name = name(kind, id)
        guard name.count > ReportLimits.labelMax, name != id else { return name }
        return Coordinates.fitted(name, to: max(8, ReportLimits.labelMax - id.count - 1)) + " " + id
    }

    /// Returns the title of an entity if a chart has room for it, else its id.
    func shortName(_ kind: EntityKind, _ id: String) -> String {
        let name = name(kind, id)
        return name.count <= ReportLimits.shortNameMax ? name : id
    }

    /// Returns a cell with the name of an entity; below it are the id, if it is not the name, and further details.
    func cell(_ kind: EntityKind, _ id: String, _ more: [String?] = []) -> ReportTable.Cell {
        let title = title(kind, id)
        let details = [title == nil ? nil : id] + more
        return ReportTable.Cell(title ?? id, detail: details.compactMap { $0 }.joined(separator: " · "))
    }

    // MARK: Factors

    /// Returns the unit of a commodity; empty for an unknown commodity.
    func unit(ofCommodity name: String) -> String {
        if case .commodity(_, let commodity)? = factor("commodity.\(name)") { commodity.unit } else { "" }
    }

    /// Returns the kinds of cost that a fund bears, each with its share.
    func charges(ofFund name: String) -> [(kind: CostKind, share: Double)] {
        guard case .fund(_, let fund)? = factor("fund.\(name)") else { return [] }
        return CostKind.allCases.compactMap { kind in fund.shares[kind].map { (kind, $0) } }
    }
}

extension PlanDocuments.Entry {
    /// Creates the entry of an event, or `nil` if the event has no data.
    public init?(_ received: ReceivedEvent) {
        guard let data = received.data else { return nil }
        self.init(event: received.event, data: data)
    }
}

extension String {
    /// The text, or `nil` if it is empty.
    var unlessEmpty: String? { isEmpty ? nil : self }
}
