import CadreContract

extension SubmissionQueue {
    /// Submits messages and waits for the outcome.
    func submit(_ messages: [IncomingMessage], by channel: Submission.Channel) async -> SubmissionOutcome {
        await withCheckedContinuation { continuation in
            let submission = Submission(channel: channel, messages: messages) { continuation.resume(returning: $0) }
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
