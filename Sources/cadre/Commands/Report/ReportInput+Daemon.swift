import CadreClient
import CadreContract
import CadreReports

extension ReportInput {
    /// Requests every estimate and the current documents from a daemon.
    ///
    /// The mission may change between two requests. Then all are repeated; the last attempt requests the figures of one
    /// revision, which the daemon recomputes.
    /// - Parameters:
    ///   - revision: The journal sequence of the state, or `nil`.
    ///   - asOf: The time of the state, RFC 3339, or `nil`.
    ///   - withManning: Whether to request the assignments too, which only the CSV files contain.
    init(
        asking client: ControlClient, mission: String, revision: Int?, asOf: String?, withManning: Bool
    ) async throws(ClientError) {
        var estimates = PublishedEstimates()
        var moment = (revision: revision, asOf: asOf)
        let isNewest = revision == nil && asOf == nil
        for attempt in 1...Self.attemptsMax {
            estimates = try await Self.estimates(client, mission, moment, withManning: withManning)
            if Self.agree(estimates) { break }
            if attempt == Self.attemptsMax - 1, let revision = estimates[.summary]?.head.revision {
                moment = (revision: revision, asOf: nil)
            }
        }
        let plan = try await client.documents(PlanRequest(mission: mission))
        self.init(
            mission: mission, estimates: estimates, plan: PlanDocuments(plan),
            origin: .daemon(endpoint: client.endpoint, isNewest: isNewest), hasRejections: false)
    }

    /// A burst of events is over in a second; a steady stream never is.
    private static let attemptsMax = 5

    private static func estimates(
        _ client: ControlClient, _ mission: String, _ moment: (revision: Int?, asOf: String?), withManning: Bool
    ) async throws(ClientError) -> PublishedEstimates {
        var estimates = PublishedEstimates()
        for name in EstimateName.allCases {
            if case .manning = name, !withManning { continue }
            do throws(ClientError) {
                estimates.insert(
                    try await client.published(name, of: mission, revision: moment.revision, asOf: moment.asOf))
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
