/// Who last set what a part comes from, and where a factor's value is from. Source: MODEL § 11.
struct Provenance: Sendable {
    private let documents: StandingDocuments
    /// The sources of the defaults, by factor.
    private let defaultSources: [String: String]

    init(_ documents: StandingDocuments, defaults: [SourcedFactor]) {
        self.documents = documents
        defaultSources = Dictionary(defaults.map { ($0.factor.name, $0.source) }, uniquingKeysWith: { $1 })
    }

    /// The id of the event whose document stands.
    func event(_ kind: EntityKind, _ id: String) -> String? {
        documents.standing[EntityKey(kind, id)]?.stamp.id
    }

    /// The event behind a run: its own where it is given, its demand's where it is planned.
    func event(of run: CourseRun, _ basis: Basis) -> String? {
        switch run.origin {
        case .given: event(.run, run.name)
        case .planned(let demand, _, _): event(.demand, basis.demands[demand].id.text)
        }
    }

    /// The section with the factor's own source, which whoever set the factor may have left out.
    /// - Parameter factor: Its name in the table: `rule.guards`, `commodity.water`.
    func source(_ section: String, factor: String) -> String {
        var own = defaultSources[factor] ?? ""
        if case .factor(let set)? = documents.standing[EntityKey(.factor, factor)]?.document { own = set.source }
        return own.isEmpty ? section : "\(section); \(own)"
    }
}
