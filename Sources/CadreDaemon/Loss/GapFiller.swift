import CadreContract
import CadrePlanning
import Logging
import Synchronization
import ZeroMQ

/// Asks one source's replay endpoint for what is missing of it, and submits what comes. Source: CONTRACT § 5.
///
/// A task of its own waits to be woken, asks, and tries again later, ever more slowly, while something is missing.
final class GapFiller: Sendable {
    private let source: String
    private let requester: Requester
    private let queue: SubmissionQueue
    private let logger: Logger
    private let wakeUps: AsyncStream<Void>
    private let wakeUp: AsyncStream<Void>.Continuation
    private let task = Mutex<Task<Void, Never>?>(nil)

    init(source: String, requester: Requester, queue: SubmissionQueue, logger: Logger) {
        self.source = source
        self.requester = requester
        self.queue = queue
        var logger = logger
        logger[metadataKey: "source"] = "\(source)"
        self.logger = logger
        (wakeUps, wakeUp) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// - Parameter watch: Knows what is missing.
    func start(_ watch: LossWatch) {
        let running = Task { [weak watch] in
            for await _ in wakeUps {
                guard let watch else { return }
                await fill(watch)
            }
        }
        task.withLock { $0 = running }
    }

    /// Something is missing now. Never waits; many calls are one.
    func wake() { wakeUp.yield() }

    func stop() {
        wakeUp.finish()
        task.withLock { $0 }?.cancel()
    }

    /// Asks until nothing is missing.
    private func fill(_ watch: LossWatch) async {
        var pause = DaemonLimits.replayDelaySeconds
        while !Task.isCancelled {
            guard (try? await Task.sleep(for: .seconds(pause))) != nil else { return }
            let missing = await watch.missing(of: source)
            guard !missing.isEmpty else { return }
            var hasCome = false
            do {
                for (stream, ranges) in missing { hasCome = try await fetch(stream, ranges) || hasCome }
            } catch {
                logger.warning("replay request failed", metadata: ["error": "\(error)"])
            }
            // What the source does not have either is asked for ever more rarely.
            pause = hasCome ? 0 : min(max(pause * 2, 1), DaemonLimits.replayPauseSecondsMax)
        }
    }

    /// - Returns: Whether anything came.
    private func fetch(_ stream: LossTracker.Stream, _ missing: [ClosedRange<UInt64>]) async throws -> Bool {
        var after = 0
        var hasCome = false
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
                hasCome = true
            }
            guard let next = page.next, next > after else { return hasCome }
            after = next
        }
    }

    /// Waits until what came is durable, so that it is not asked for again meanwhile.
    private func submit(_ events: [JournalRead.JournaledEvent]) async throws {
        let messages = events.map { IncomingMessage(.framed(topic: Array($0.topic.utf8), payload: $0.event)) }
        _ = try await queue.submit(messages, by: .replay).get()
    }
}
