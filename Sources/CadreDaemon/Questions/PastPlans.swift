import CadreContract
import CadrePlanning

/// Plans of the past, recomputed from the journal. Source: CONTRACT § 6, `estimate.get`.
actor PastPlans {
    private struct Asked: Hashable {
        var mission: ID<Mission>
        var moment: PlanMoment
        var name: EstimateName?
        /// Of the mission when it was asked: late events may still change what holds at a time.
        var newest: Int
    }

    private let journal: JournaledPast
    private let surroundings: MissionSurroundings
    /// The plan asked for last: whoever asks for one estimate of a revision asks for the others too.
    private var last: (asked: Asked, plan: ComputedPlan)?
    private var waiting = 0

    init(journal: JournaledPast, surroundings: MissionSurroundings) {
        self.journal = journal
        self.surroundings = surroundings
    }

    /// - Parameters:
    ///   - name: The estimate that is asked for: what follows a plan is computed as far as it needs that, a summary's
    ///     range too. `nil`: nothing of it.
    ///   - newest: The mission's newest revision.
    /// - Returns: `nil` where the mission was not defined then.
    func plan(
        of mission: ID<Mission>, at moment: PlanMoment, for name: EstimateName?, newest: Int
    ) async throws(ControlError) -> ComputedPlan? {
        let following = name.flatMap { $0.work == .exact && $0 != .summary ? nil : $0 }
        let asked = Asked(mission: mission, moment: moment, name: following, newest: newest)
        if let last, last.asked == asked { return last.plan }
        guard waiting < DaemonLimits.pastPlansWaiting else {
            throw ControlError(.busy, reason: "\(waiting) older plans are being computed", expected: "another try soon")
        }
        waiting += 1
        defer { waiting -= 1 }
        let documents = try await journal.documents(of: mission, at: moment)
        let samples = surroundings.samples
        guard let planned = await surroundings.tried(documents, after: nil) ?? nil else { return nil }
        let plan = await surroundings.run { isStopped throws(Superseded) in
            var plan = ComputedPlan(planned, after: nil)
            if following?.work == .seats {
                plan.take(try ComputedSeats(planned, isStopped: isStopped))
            } else if let following {
                plan.take(try planned.depth([following], samples: samples, isStopped: isStopped))
            }
            return plan
        }
        guard let plan else { return nil }
        last = (asked, plan)
        return plan
    }
}
