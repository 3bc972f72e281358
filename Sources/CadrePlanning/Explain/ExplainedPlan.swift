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

extension StandingDocuments {
    /// Takes one figure apart into what it is a sum of. Plans the scenario anew; nothing is kept.
    ///
    /// - Parameter defaults: The factors that ship with Cadre: as for the estimates, or the parts are another plan's.
    /// - Returns: The figure as `estimates(defaults:)` has it, with its parts, or what is wrong with the question;
    ///   `nil` where no mission is defined. Source: CONTRACT § 6, `plan.explain`.
    public func explain(
        _ question: Question, defaults: [SourcedFactor], isStopped: () -> Bool = { false }
    ) throws(Superseded) -> Result<Explanation, QuestionFault>? {
        guard var builder = BasisBuilder(self, defaults: defaults) else { return nil }
        let basis = builder.build()
        let target: Target
        do { target = try Target(question, basis) } catch { return .failure(error) }
        var solver = AssignmentSolver(eligibility: basis.eligibility)
        let plan = try ScenarioPlan(
            basis, Selection(basis, scenario: question.scenario), solver: &solver, isStopped: isStopped)
        let explained = ExplainedPlan(
            basis: basis, plan: plan, provenance: Provenance(self, defaults: defaults))
        return .success(try explained.explain(target, period: question.period, isStopped: isStopped))
    }
}
