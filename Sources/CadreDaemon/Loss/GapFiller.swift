import CadreContract
import CadrePlanning
import Logging
import ZeroMQ

/// Requests missing events from one source's replay endpoint, and submits them. Source: CONTRACT § 5.
struct GapFiller: Sendable {
    private let requester: Requester
    private let queue: SubmissionQueue
    private let logger: Logger

    init(source: String, requester: Requester, queue: SubmissionQueue, logger: Logger) {
        self.requester = requester
        self.queue = queue
        var logger = logger
        logger[metadataKey: "source"] = "\(source)"
        self.logger = logger
    }

    /// Requests missing events once.
    /// - Returns: Whether any event was received.
    func fill(_ missing: [LossTracker.Stream: [ClosedRange<UInt64>]]) async -> Bool {
        var hasReceived = false
        do {
            for (stream, ranges) in missing { hasReceived = try await fill(stream, ranges) || hasReceived }
        } catch {
            logger.warning("replay request failed", metadata: ["error": "\(error)"])
        }
        return hasReceived
    }

    private func fill(_ stream: LossTracker.Stream, _ missing: [ClosedRange<UInt64>]) async throws -> Bool {
        var after = 0
        var hasReceived = false
        while true {
            let read = JournalRead(
                after: after, limit: ControlLimits.pageEventsMax, source: stream.source, epoch: stream.epoch,
                sequences: Array(missing.prefix(ControlLimits.rangesMax)))
            let request = read.request(id: RequestID(1))
            let message = try await requester.request(
                [request], timeout: .seconds(DaemonLimits.replayTimeoutSeconds))
            let answer = try ControlAnswer(reading: message.frames.last ?? [])
            let page = try JournalRead.answer(reading: answer.outcome.get())
            if !page.events.isEmpty {
                try await submit(page.events)
                hasReceived = true
            }
            guard let next = page.next, next > after else { return hasReceived }
            after = next
        }
    }

    /// Submits events and waits until they are durable, so that they are not requested again meanwhile.
    private func submit(_ events: [JournalRead.JournaledEvent]) async throws {
        let messages = events.map { IncomingMessage(.framed(topic: Array($0.topic.utf8), payload: $0.event)) }
        _ = try await queue.submit(messages, by: .replay).get()
    }
}
