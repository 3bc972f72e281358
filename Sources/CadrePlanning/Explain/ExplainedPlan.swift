/// The plan of one scenario beside the documents that it came from: takes its figures apart. Source: MODEL § 11.
struct ExplainedPlan: Sendable {
    let basis: Basis
    let plan: ScenarioPlan
    let provenance: Provenance

    /// - Parameter isStopped: Asked between searches: only who sits where has to be searched for.
    func explain(
        _ target: Target, period: Int, isStopped: () -> Bool = { false }
    ) throws(Superseded) -> Explanation {
        switch target {
        case .required(let posts): required(posts, in: period)
        case .filled(let posts): filled(posts, in: period, try seats(in: period, isStopped: isStopped))
        case .graduates(let course): graduates(course: course, in: period)
        case .use(let commodity, let site): use(commodity: commodity, site: site, in: period)
        }
    }

    /// Who has a post, in the field's words.
    func label(of group: Group) -> String {
        let capability = basis.capabilities.all[group.capability]
        switch group.kind {
        case .line(let line): return "line \(basis.lines[line].id)"
        case .course(let run, _): return "run \(plan.training.runs[run].name), \(capability)"
        case .enabling: return "\(capability) at \(basis.sites[group.site].id)"
        }
    }
}
