import CadreContract

extension SubmissionQueue {
    /// Submits and waits for the outcome.
    func submit(_ messages: [IncomingMessage], by road: Submission.Road) async -> SubmissionOutcome {
        await withCheckedContinuation { continuation in
            let submission = Submission(road: road, messages: messages) { continuation.resume(returning: $0) }
            if !offer(submission) {
                continuation.resume(
                    returning: .failure(
                        ControlError(
                            .busy, reason: "the queue to the journal is full",
                            expected: "retry soon")))
            }
        }
    }
}
