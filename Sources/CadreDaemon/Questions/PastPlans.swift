import CadreContract
import CadrePlanning

/// Plans of the past, recomputed from the journal. Source: CONTRACT § 6, `estimate.get`.
actor PastPlans {
    private struct Asked: Hashable {
        var mission: ID<Mission>
        var moment: PlanMoment
        var isDeep: Bool
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
    ///   - isDeep: Whether samples and advice are asked for too: they take many plans.
    ///   - newest: The mission's newest revision.
    /// - Returns: `nil` where the mission was not defined then.
    func plan(
        of mission: ID<Mission>, at moment: PlanMoment, isDeep: Bool, newest: Int
    ) async throws(ControlError) -> ComputedPlan? {
        let asked = Asked(mission: mission, moment: moment, isDeep: isDeep, newest: newest)
        if let last, last.asked == asked { return last.plan }
        guard waiting < DaemonLimits.pastPlansWaiting else {
            throw ControlError(.busy, reason: "\(waiting) older plans are being computed", expected: "another try soon")
        }
        waiting += 1
        defer { waiting -= 1 }
        let documents = try await journal.documents(of: mission, at: moment)
        let samples = surroundings.samples
        let computed = await surroundings.run { isStopped throws(Superseded) in
            var plan = try ComputedPlan(documents, isStopped: isStopped)
            if isDeep, let planned = plan?.planned {
                plan?.take(try ComputedDepth(planned, samples: samples, isStopped: isStopped))
            }
            return plan
        }
        guard let plan = computed ?? nil else { return nil }
        last = (asked, plan)
        return plan
    }
}
