import CadreClient
import CadreContract

extension ControlClient {
    /// Requests an estimate and reads it.
    func published(_ request: EstimateGet) async throws(ClientError) -> PublishedEstimate {
        let data = try await answer(to: request)
        do throws(PublishedFault) {
            return try PublishedEstimate(request.name, reading: data)
        } catch {
            throw .notUnderstood(endpoint: endpoint, detail: error.detail)
        }
    }
}
