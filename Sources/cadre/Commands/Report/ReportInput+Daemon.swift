import CadrePlanning
import CadreClient
import CadreContract
import CadreJSON
import CadreReports

extension ReportInput {
    /// Asks a daemon for every estimate and for the documents that stand.
    ///
    /// The mission may move between two questions: then all is asked again, and in the end the daemon is asked for the
    /// figures of one revision, which it computes anew.
    /// - Parameters:
    ///   - moment: The state of the plan.
    ///   - withManning: Whether to request the assignments as well: the CSV files need them, the report does not.
    init(
        asking client: ControlClient, mission: String, at moment: PlanMoment, withManning: Bool
    ) async throws(ClientError) {
        var estimates: [EstimateName: JSONValue] = [:]
        var asked = EstimateGet(mission: ID(mission), name: .summary, at: moment)
        for attempt in 1...Self.attemptsMax {
            estimates = try await Self.estimates(client, asked, withManning: withManning)
            if Self.agree(estimates) { break }
            if attempt == Self.attemptsMax - 1, let revision = estimates[.summary]?["revision"]?.integer {
                asked.at = .revision(revision)
            }
        }
        let plan = try await client.result(of: PlanGet(mission: ID(mission)))
        self.init(
            mission: mission, estimates: estimates, plan: StandingPlan(answer: plan),
            origin: .daemon(endpoint: client.endpoint, isNewest: moment == .newest), hasRejections: false)
    }

    /// A burst of events is over in a second; a steady stream never is.
    private static let attemptsMax = 5

    private static func estimates(
        _ client: ControlClient, _ asked: EstimateGet, withManning: Bool
    ) async throws(ClientError) -> [EstimateName: JSONValue] {
        var estimates: [EstimateName: JSONValue] = [:]
        for name in EstimateName.allCases {
            if case .manning = name, !withManning { continue }
            var request = asked
            request.name = name
            do throws(ClientError) {
                estimates[name] = try await client.result(of: request)
            } catch {
                // A daemon that takes no samples has no ranges; the report says so.
                guard name == .range || name == .gaps, case .refused(let refusal) = error,
                    refusal.code == .invalidParams
                else { throw error }
            }
        }
        return estimates
    }

    /// Whether all that makes up the page is of one revision; what follows in the background has its own.
    private static func agree(_ estimates: [EstimateName: JSONValue]) -> Bool {
        let revisions = estimates.compactMap { name, data -> Int? in
            switch name {
            case .summary, .force, .training, .logistics: data["revision"]?.integer
            case .manning, .range, .gaps: nil
            }
        }
        return Set(revisions).count <= 1
    }
}
