/// One planned scenario with its source documents. Explains its figures by the terms that its stages made.
/// Source: MODEL § 11.
struct ExplainedPlan: Sendable {
    let basis: Basis
    let step: PlanStep
    let provenance: Provenance

    var plan: ScenarioPlan { step.plan }

    /// Returns the explanation of one figure.
    /// - Parameters:
    ///   - periods: One period, or the whole horizon.
    ///   - assignments: Returns the assignments in the period; called only if they matter.
    func explain(
        _ target: Target, _ periods: Range<Int>, assignments: () throws(Superseded) -> [GroupAssignment]
    ) throws(Superseded) -> Explanation {
        let first = periods.lowerBound
        switch target {
        case .required(let posts): return required(posts, in: first)
        case .filled(let posts): return filled(posts, in: first, try assignments())
        case .gap(let posts): return gap(posts, in: first)
        case .graduates(let course): return graduates(course: course, in: periods)
        case .staffing(let run): return staffing(run: run)
        case .use(let commodity, let site): return use(commodity: commodity, site: site, in: first)
        case .lift(let site): return lift(site: site, in: first)
        case .cost(let cost): return self.cost(cost, in: periods)
        }
    }

    /// Returns the name of a group's posts.
    func label(of group: Group) -> String {
        let capability = basis.capability(group.capability)
        switch group.kind {
        case .line(let line): return "line \(basis.numbers.entities.lines.keys[line])"
        case .course(let run, _):
            return "run \(plan.training.runs.first { $0.key == run }?.name ?? ""), \(capability)"
        case .enabling: return "\(capability) at \(basis.id(ofSite: group.site))"
        }
    }

    /// Returns the cause of a group's posts; enabling posts have several.
    func cause(of group: Group) -> Provenance.Cause {
        switch group.kind {
        case .line(let line): return provenance.cause(.line, basis.numbers.entities.lines.keys[line].text)
        case .course(let key, _):
            guard let run = plan.training.runs.first(where: { $0.key == key }) else { return .init() }
            return provenance.cause(of: run, basis)
        case .enabling: return .init()
        }
    }
}
