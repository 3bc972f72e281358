import CadreClient
import CadreContract

/// An answer as received bytes and as a value.
struct ReceivedAnswer<Answer: Sendable>: Sendable {
    let json: [UInt8]
    let answer: Answer
}

extension ControlClient {
    /// Calls a method, and returns the answer as received and as a value.
    func received<Params: MethodParams>(
        for params: Params
    ) async throws(ClientError) -> ReceivedAnswer<Params.Answer> {
        let result = try await result(of: params)
        do throws(AnswerFault) {
            return ReceivedAnswer(json: result.source, answer: try Params.answer(reading: result))
        } catch {
            throw .notUnderstood(endpoint: endpoint, detail: "\(error)")
        }
    }
}
