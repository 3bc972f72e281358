import CadrePlanning
import Logging

extension MissionPlanner {
    /// The objects that all missions share.
    struct Dependencies: Sendable {
        let settings: PlanningSettings
        let executor: PlanningExecutor
        let cache: PlanCache<MissionPlanner>
        let publisher: Publisher
        let meters: NodeMeters
        let logger: Logger

        /// Plans a state, compares the plan with one from scratch if the settings demand it, and encodes it.
        /// - Parameter previous: An earlier plan to start from.
        func plan(_ documents: CurrentDocuments, after previous: ComputedPlan?) async -> PlanOutcome<ComputedPlan> {
            let planned: PlannedMission
            switch await executor.planned(documents, after: previous?.planned, for: .plan) {
            case .planned(let plan): planned = plan
            case .undefined: return .undefined
            case .stopped: return .stopped
            }
            if settings.verification == .full { await verify(planned) }
            let plan = await executor.run(for: .plan) { _ throws(Superseded) in ComputedPlan(planned, after: previous) }
            return plan.map { .planned($0) } ?? .stopped
        }

        /// Compares a plan with one from scratch. A difference is an error of Cadre, which an operator must report.
        private func verify(_ planned: PlannedMission) async {
            let names = await executor.run(for: .plan) { isStopped throws(Superseded) in
                try planned.differencesFromScratch(isStopped: isStopped)
            }
            meters.countVerifiedPlans(differences: names?.count ?? 0)
            guard let names, !names.isEmpty else { return }
            logger.error(
                "plan differs from one from scratch",
                metadata: [
                    "mission": "\(planned.documents.mission)", "revision": "\(planned.documents.revision)",
                    "estimates": "\(names.joined(separator: ","))",
                ])
        }
    }
}
