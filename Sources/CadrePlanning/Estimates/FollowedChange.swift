/// What lies between two states of a mission when it is pledges, reports of sites and counts of instructors alone, or
/// nothing that a plan sees: then all else of a plan holds.
struct FollowedChange {
    let basis: Basis
    /// Pledges whose documents differ, by index; new ones are the last of the basis.
    let changed: [Int]

    /// `nil` where more has changed, or it is not known what.
    init?(from previous: PlannedMission, to documents: StandingDocuments, defaults: [SourcedFactor]) {
        guard documents.mission == previous.documents.mission,
            let keys = documents.changes(since: previous.documents), defaults == previous.defaults
        else { return nil }
        let mission = previous.basis.mission
        let horizon = Horizon(
            start: mission.start, periodDays: mission.periodDays, periods: mission.periods,
            clock: documents.clock.day)
        guard horizon == previous.basis.horizon else { return nil }
        var pledges: Set<ID<Pledge>> = []
        var hasReports = false
        var hasCounts = false
        for key in Set(keys) {
            let document = documents.standing[key]?.document
            guard let document, document != previous.documents.standing[key]?.document else { continue }
            switch document {
            // The clock moves the plan by its period alone.
            case .clock: continue
            case .pledge(let id, _): pledges.insert(id)
            case .stock, .delivery:
                guard previous.basis.references.hold(with: document, in: documents, previous.basis.factors)
                else { return nil }
                hasReports = true
            case .instructors(let capability, _):
                guard previous.basis.stocks.contains(capability) else { return nil }
                hasCounts = true
            case .mission, .element, .site, .line, .course, .item, .factor, .demand, .run: return nil
            }
        }
        guard let followed = previous.basis.replacing(pledges, in: documents) else { return nil }
        var basis = followed.basis
        if hasReports {
            let sites = Dictionary(uniqueKeysWithValues: basis.sites.enumerated().map { ($1.id, $0) })
            let commodities = Dictionary(
                uniqueKeysWithValues: basis.factors.commodities.enumerated().map { ($1.id, $0) })
            basis.supplies = ReportedSupplies(
                documents, basis.references, sites: sites, commodities: commodities, horizon: horizon)
        }
        if hasCounts { basis.instructorCounts = documents.instructorCounts(of: basis.stocks, horizon) }
        self.basis = basis
        changed = followed.changed
    }
}
