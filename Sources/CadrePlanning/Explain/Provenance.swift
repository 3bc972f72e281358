/// The events behind the parts of an explanation, with their notes. Source: MODEL § 11.
struct Provenance: Sendable {
    /// The event that set a value, and its stated reasons.
    struct Cause: Equatable, Sendable {
        /// The id of the event; `nil` for what ships with Cadre.
        var event: String?
        var note: String?
    }

    private let documents: CurrentDocuments
    /// The sources of the defaults, by factor.
    private let defaultSources: [String: String]

    init(_ documents: CurrentDocuments, defaults: [SourcedFactor]) {
        self.documents = documents
        defaultSources = Dictionary(defaults.map { ($0.factor.name, $0.source) }, uniquingKeysWith: { $1 })
    }

    /// Returns the cause of an entity's current document.
    func cause(_ kind: EntityKind, _ id: String) -> Cause {
        let current = documents.current[EntityKey(kind, id)]
        return Cause(event: current?.stamp.id, note: current?.note)
    }

    /// Returns the cause of a run: its own event if it is given, its demand's if it is planned.
    func cause(of run: CourseRun, _ basis: Basis) -> Cause {
        switch run.origin {
        case .given: cause(.run, run.name)
        case .planned(let demand, _, _): cause(.demand, basis.numbers.entities.demands.keys[demand].text)
        }
    }

    /// Returns the section of the model with the factor's own source, if it has one.
    /// - Parameter factor: Its name: `rule.guards`, `commodity.water`.
    func source(_ section: String, factor: String) -> String {
        var own = defaultSources[factor] ?? ""
        if case .factor(let set)? = documents.current[EntityKey(.factor, factor)]?.document { own = set.source }
        return own.isEmpty ? section : "\(section); \(own)"
    }
}

extension Explanation.Part {
    init(_ label: String, _ value: Explanation.Value, basis: String, source: String, _ cause: Provenance.Cause) {
        self.init(label: label, value: value, basis: basis, source: source, event: cause.event, note: cause.note)
    }
}
