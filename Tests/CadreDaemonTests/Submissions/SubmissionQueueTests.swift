import CadreContract
import Testing

@testable import CadreDaemon

@Suite("Submission queue", .timeLimit(.minutes(1)))
struct SubmissionQueueTests {
    private func submission(_ channel: Submission.Channel, bytes: Int = 10) -> Submission {
        Submission(channel: channel, messages: [IncomingMessage(.events([UInt8](repeating: 0, count: bytes)))])
    }

    private func fill(_ queue: SubmissionQueue, _ channel: Submission.Channel, bytes: Int = 10) -> Int {
        var count = 0
        while queue.offer(submission(channel, bytes: bytes)) { count += 1 }
        return count
    }

    @Test("each queue is bounded by count and by bytes, and a full intake queue does not affect control")
    func bounds() {
        let queue = SubmissionQueue()
        #expect(fill(queue, .intake) == DaemonLimits.intakeBatchesWaiting)
        #expect(fill(queue, .control) == DaemonLimits.submissionsWaiting)
        let large = SubmissionQueue()
        #expect(fill(large, .intake, bytes: DaemonLimits.intakeBytesWaiting / 4) == 4)
        #expect(fill(SubmissionQueue(), .control, bytes: DaemonLimits.submissionBytesWaiting + 1) == 1)
    }

    @Test("submissions with a waiting client are dequeued first, together up to a bound")
    func order() async throws {
        let queue = SubmissionQueue()
        for channel in [Submission.Channel.intake, .intake, .control, .replay] {
            #expect(queue.offer(submission(channel)))
        }
        #expect(await queue.dequeue(messagesMax: 3)?.map(\.channel) == [.control, .replay, .intake])
        #expect(await queue.dequeue(messagesMax: 3)?.map(\.channel) == [.intake])
    }

    @Test("tasks that wait for space or for work are resumed, also by the end")
    func waking() async {
        let queue = SubmissionQueue()
        _ = fill(queue, .intake)
        async let room: Void = queue.room()
        async let first = queue.dequeue(messagesMax: .max)
        #expect(await first?.count == DaemonLimits.intakeBatchesWaiting)
        await room
        async let second = queue.dequeue(messagesMax: 1)
        #expect(queue.offer(submission(.control)))
        #expect(await second?.count == 1)
        async let third = queue.dequeue(messagesMax: 1)
        queue.close()
        #expect(await third == nil)
        #expect(!queue.offer(submission(.control)))
    }

    @Test("submissions in a closed queue are still dequeued")
    func closing() async {
        let queue = SubmissionQueue()
        #expect(queue.offer(submission(.intake)))
        queue.close()
        #expect(await queue.dequeue(messagesMax: 1)?.count == 1)
        #expect(await queue.dequeue(messagesMax: 1) == nil)
    }
}
