import CadreContract
import Testing

@testable import CadreDaemon

@Suite("Submission queue", .timeLimit(.minutes(1)))
struct SubmissionQueueTests {
    private func submission(_ road: Submission.Road, bytes: Int = 10) -> Submission {
        Submission(road: road, messages: [IncomingMessage(.events([UInt8](repeating: 0, count: bytes)))])
    }

    private func fill(_ queue: SubmissionQueue, _ road: Submission.Road, bytes: Int = 10) -> Int {
        var taken = 0
        while queue.offer(submission(road, bytes: bytes)) { taken += 1 }
        return taken
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
        for road in [Submission.Road.intake, .intake, .control, .replay] { #expect(queue.offer(submission(road))) }
        #expect(await queue.take(messagesMax: 3)?.map(\.road) == [.control, .replay, .intake])
        #expect(await queue.take(messagesMax: 3)?.map(\.road) == [.intake])
    }

    @Test("tasks that wait for space or for work are resumed, also by the end")
    func waking() async {
        let queue = SubmissionQueue()
        _ = fill(queue, .intake)
        async let room: Void = queue.room()
        async let first = queue.take(messagesMax: .max)
        #expect(await first?.count == DaemonLimits.intakeBatchesWaiting)
        await room
        async let second = queue.take(messagesMax: 1)
        #expect(queue.offer(submission(.control)))
        #expect(await second?.count == 1)
        async let third = queue.take(messagesMax: 1)
        queue.close()
        #expect(await third == nil)
        #expect(!queue.offer(submission(.control)))
    }

    @Test("submissions in a closed queue are still dequeued")
    func closing() async {
        let queue = SubmissionQueue()
        #expect(queue.offer(submission(.intake)))
        queue.close()
        #expect(await queue.take(messagesMax: 1)?.count == 1)
        #expect(await queue.take(messagesMax: 1) == nil)
    }
}
