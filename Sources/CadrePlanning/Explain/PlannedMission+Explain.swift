extension PlannedMission {
    /// Takes one of its figures apart into what it is a sum of. Source: CONTRACT § 6, `plan.explain`; MODEL § 11.
    ///
    /// What is not kept, who sits where, is searched for again: up to the time that one scenario's manning takes.
    /// - Returns: The figure as ``estimates`` has it, with its parts, or what is wrong with the question.
    public func explain(
        _ question: Question, isStopped: () -> Bool = { false }
    ) throws(Superseded) -> Result<Explanation, QuestionFault> {
        let target: Target
        do { target = try Target(question, basis) } catch { return .failure(error) }
        let explained = ExplainedPlan(
            basis: basis, plan: plans[Scenario.allCases.firstIndex(of: question.scenario) ?? 0],
            provenance: Provenance(documents, defaults: defaults))
        return .success(try explained.explain(target, period: question.period, isStopped: isStopped))
    }
}
