import CadreClient
import CadreContract

extension ControlClient {
    /// Requests an estimate of the newest state, or of an older one.
    /// - Parameters:
    ///   - revision: The journal sequence of the state, or `nil`.
    ///   - asOf: The time of the state, RFC 3339, or `nil`.
    func published(
        _ name: EstimateName, of mission: String, revision: Int? = nil, asOf: String? = nil
    ) async throws(ClientError) -> PublishedEstimate {
        let data = try await estimate(
            EstimateRequest(mission: mission, name: name.text, revision: revision, asOf: asOf))
        do throws(EstimateFault) {
            return try PublishedEstimate(name, reading: data)
        } catch {
            throw .notUnderstood(endpoint: endpoint, detail: error.detail)
        }
    }

    /// Requests the current documents.
    func documents(_ request: PlanRequest) async throws(ClientError) -> PlanGet.Answer {
        let answer = try await plan(request)
        do throws(AnswerFault) {
            return try PlanGet.Answer(reading: answer)
        } catch {
            throw .notUnderstood(endpoint: endpoint, detail: "\(error)")
        }
    }
}
