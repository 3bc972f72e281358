import CadreContract
import CadrePlanning

/// Plans of the past, recomputed from the journal. Source: CONTRACT § 6, `estimate.get`.
actor PastPlans {
    private struct Asked: Hashable {
        var mission: ID<Mission>
        var moment: PlanMoment
        /// Of the mission when it was asked: late events may still change what holds at a time.
        var newest: Int
    }

    private let journal: JournaledPast
    private let settings: PlanningSettings
    private let executor: PlanningExecutor
    /// The plan asked for last, with what of it was asked for: whoever asks for one estimate of a revision asks for the
    /// others too.
    private var last: (asked: Asked, plan: ComputedPlan)?
    private var waiting = 0

    init(journal: JournaledPast, settings: PlanningSettings, executor: PlanningExecutor) {
        self.journal = journal
        self.settings = settings
        self.executor = executor
    }

    /// - Parameters:
    ///   - name: The estimate that is asked for: what follows a plan is computed as far as it needs that, a summary's
    ///     range too. `nil`: nothing of it.
    ///   - newest: The mission's newest revision.
    /// - Returns: `nil` where the mission was not defined then.
    func plan(
        of mission: ID<Mission>, at moment: PlanMoment, for name: EstimateName?, newest: Int
    ) async throws(ControlError) -> ComputedPlan? {
        let asked = Asked(mission: mission, moment: moment, newest: newest)
        let known = last.flatMap { $0.asked == asked ? $0.plan : nil }
        if let known, known.has(name, samples: settings.samples) { return known }
        guard waiting < DaemonLimits.pastPlansWaiting else {
            throw ControlError(.busy, reason: "\(waiting) older plans are being computed", expected: "retry soon")
        }
        waiting += 1
        defer { waiting -= 1 }
        var plan = known
        if plan == nil {
            let documents = try await journal.documents(of: mission, at: moment)
            guard let planned = await executor.planned(documents, after: nil, for: .question) ?? nil else { return nil }
            plan = await executor.run(for: .question) { _ throws(Superseded) in ComputedPlan(planned, after: nil) }
        }
        guard let plan, let completed = await complete(plan, for: name) else { return nil }
        last = (asked, completed)
        return completed
    }

    /// - Returns: `nil` when it was ended.
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
    /// Whether an estimate is there, the summary with its range where there are samples.
    fileprivate func has(_ name: EstimateName?, samples: Int) -> Bool {
        guard let name else { return true }
        if samples == 0, name == .range { return true }
        return self[name == .summary && samples > 0 ? .range : name] != nil
    }
}
