import CadreClient
import CadreContract
import CadrePlanning
import CadreReports

extension ReportInput {
    /// Requests every estimate and the current documents from a daemon.
    ///
    /// The mission may change between two requests. Then all are repeated; the last attempt requests the figures of one
    /// revision, which the daemon recomputes.
    /// - Parameters:
    ///   - moment: The state of the plan.
    ///   - withManning: Whether to request the assignments too, which only the CSV files contain.
    init(
        asking client: ControlClient, mission: String, at moment: PlanMoment, withManning: Bool
    ) async throws(ClientError) {
        var estimates = PublishedEstimates()
        var asked = moment
        for attempt in 1...Self.attemptsMax {
            estimates = try await Self.estimates(client, ID(mission), at: asked, withManning: withManning)
            if Self.agree(estimates) { break }
            if attempt == Self.attemptsMax - 1, let revision = estimates[.summary]?.head.revision {
                asked = .revision(revision)
            }
        }
        let plan = try await client.answer(to: PlanGet(mission: ID(mission)))
        self.init(
            mission: mission, estimates: estimates, plan: PlanDocuments(plan),
            origin: .daemon(endpoint: client.endpoint, isNewest: moment == .newest), hasRejections: false)
    }

    /// A burst of events is over in a second; a steady stream never is.
    private static let attemptsMax = 5

    private static func estimates(
        _ client: ControlClient, _ mission: ID<Mission>, at moment: PlanMoment, withManning: Bool
    ) async throws(ClientError) -> PublishedEstimates {
        var estimates = PublishedEstimates()
        for name in EstimateName.allCases {
            if case .manning = name, !withManning { continue }
            do throws(ClientError) {
                estimates.insert(
                    try await client.published(EstimateGet(mission: mission, name: name, at: moment)))
            } catch {
                // A daemon without samples has no ranges, as the report states.
                guard name == .range || name == .gaps, case .refused(let refusal) = error,
                    refusal.code == .invalidParams
                else { throw error }
            }
        }
        return estimates
    }

    /// Returns whether the estimates of the page have one revision. Those computed in the background have their own.
    private static func agree(_ estimates: PublishedEstimates) -> Bool {
        let revisions = estimates.all.compactMap { estimate -> Int? in
            switch estimate.name {
            case .summary, .force, .training, .logistics: estimate.head.revision
            case .manning, .range, .gaps: nil
            }
        }
        return Set(revisions).count <= 1
    }
}
