import CadreContract
import CadrePlanning

/// Plans of the past, recomputed from the journal. Source: CONTRACT § 6, `estimate.get`.
actor PlanHistory {
    /// The state of a plan.
    private struct State: Hashable {
        var mission: ID<Mission>
        var moment: PlanMoment
        /// The newest revision of the mission: later events may still change the state at a time.
        var newest: Int
    }

    private let journal: JournaledPast
    private let settings: PlanningSettings
    private let executor: PlanningExecutor
    /// The last plan, with the estimates that were requested: clients that read one estimate of a revision read the
    /// others too.
    private var last: (state: State, plan: ComputedPlan)?
    private var waiting = 0

    init(journal: JournaledPast, settings: PlanningSettings, executor: PlanningExecutor) {
        self.journal = journal
        self.settings = settings
        self.executor = executor
    }

    /// Returns the plan of a mission at a moment, or `nil` if the mission was not defined then.
    /// - Parameters:
    ///   - name: The requested estimate, which is computed if it follows the plan, with a summary's range; `nil` if the
    ///     plan is enough.
    ///   - newest: The mission's newest revision.
    func plan(
        of mission: ID<Mission>, at moment: PlanMoment, for name: EstimateName?, newest: Int
    ) async throws(ControlError) -> ComputedPlan? {
        let state = State(mission: mission, moment: moment, newest: newest)
        let known = last.flatMap { $0.state == state ? $0.plan : nil }
        if let known, known.has(name, samples: settings.samples) { return known }
        guard waiting < DaemonLimits.pastPlansWaiting else {
            throw ControlError(.busy, reason: "\(waiting) older plans are being computed", expected: "retry soon")
        }
        waiting += 1
        defer { waiting -= 1 }
        var plan = known
        if plan == nil {
            let documents = try await journal.documents(of: mission, at: moment)
            let outcome = await executor.planned(documents, after: nil, for: .question)
            guard let planned = outcome.plan else { return nil }
            plan = await executor.run(for: .question) { _ throws(Superseded) in ComputedPlan(planned, after: nil) }
        }
        guard let plan, let completed = await complete(plan, for: name) else { return nil }
        last = (state, completed)
        return completed
    }

    /// Adds a requested estimate to a plan.
    /// - Returns: `nil` if the computation was ended.
    private func complete(_ plan: ComputedPlan, for name: EstimateName?) async -> ComputedPlan? {
        let samples = settings.samples
        guard let name, let planned = plan.planned, !plan.has(name, samples: samples) else { return plan }
        return await executor.run(for: .question) { isStopped throws(Superseded) in
            var plan = plan
            if name.work == .manning {
                plan.apply(try ComputedManning(planned, isStopped: isStopped))
            } else {
                plan.apply(try planned.rangesAndGaps([name], samples: samples, isStopped: isStopped))
            }
            return plan
        }
    }
}

extension ComputedPlan {
    /// Returns whether an estimate is computed, the summary with its range if there are samples.
    fileprivate func has(_ name: EstimateName?, samples: Int) -> Bool {
        guard let name else { return true }
        if samples == 0, name == .range { return true }
        return self[name == .summary && samples > 0 ? .range : name] != nil
    }
}
