import CadreClient
import CadreContract

/// An answer as received and as read.
struct ReceivedAnswer<Answer: Sendable>: Sendable {
    let json: [UInt8]
    let answer: Answer
}

extension ControlClient {
    /// Executes a method whose answer is printed as received and read as well.
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
