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
                            .busy, reason: "more waits to be journaled than is taken at once",
                            expected: "another try soon")))
            }
        }
    }
}
