extension PlannedMission {
    /// Returns one of its figures with the terms that it is the sum of. Source: CONTRACT § 6, `plan.explain`;
    /// MODEL § 11.
    ///
    /// The assignments may have to be searched for again: up to the time that one scenario's manning takes.
    /// - Returns: The figure as in ``estimates``, with its parts, or the fault of the question.
    public func explain(
        _ question: Question, isStopped: () -> Bool = { false }
    ) throws(Superseded) -> Result<Explanation, QuestionFault> {
        let step = step(question.scenario)
        let target: Target
        do { target = try Target(question, basis, step) } catch { return .failure(error) }
        let explained = ExplainedPlan(
            basis: basis, step: step, provenance: Provenance(basis.documents, defaults: basis.defaults))
        let periods = question.period.map { $0..<$0 + 1 } ?? 0..<basis.horizon.periods
        let explanation = try explained.explain(target, periods) { () throws(Superseded) in
            try withSolver(basis, isStopped) { tools throws(Superseded) in
                try step.assignments(basis, through: periods.lowerBound, &tools)[periods.lowerBound]
            }
        }
        return .success(explanation)
    }
}
