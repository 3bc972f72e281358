import Synchronization

/// The submissions that wait for acceptance, in two bounded queues, so that a flood on intake does not delay control by
/// more than the commit in progress. It has one consumer.
final class SubmissionQueue: Sendable {
    /// A first-in first-out queue with a bound on count and bytes.
    private struct BoundedQueue {
        let countMax: Int
        let bytesMax: Int
        var waiting: ArraySlice<Submission> = []
        var bytes = 0

        var isEmpty: Bool { waiting.isEmpty }
        /// Returns whether there is room. An empty queue has room for any size: a submission larger than the bound must
        /// not wait indefinitely.
        func hasRoom(for bytes: Int) -> Bool {
            isEmpty || (waiting.count < countMax && self.bytes + bytes <= bytesMax)
        }
        mutating func append(_ submission: Submission, _ bytes: Int) {
            waiting.append(submission)
            self.bytes += bytes
        }
        mutating func popFirst() -> Submission? {
            let first = waiting.popFirst()
            bytes -= first?.byteCount ?? 0
            return first
        }
    }

    private struct State {
        var intake = BoundedQueue(
            countMax: DaemonLimits.intakeBatchesWaiting, bytesMax: DaemonLimits.intakeBytesWaiting)
        /// The submissions of the other channels, which have a client that waits.
        var requests = BoundedQueue(
            countMax: DaemonLimits.submissionsWaiting, bytesMax: DaemonLimits.submissionBytesWaiting)
        var isClosed = false
        var consumer: CheckedContinuation<Void, Never>?
        var roomWaiters: [CheckedContinuation<Void, Never>] = []

        var isEmpty: Bool { intake.isEmpty && requests.isEmpty }
    }

    private let state = Mutex(State())

    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// The numbers of waiting submissions.
    var depths: (intake: Int, requests: Int) { state.withLock { ($0.intake.waiting.count, $0.requests.waiting.count) } }

    /// Appends a submission.
    /// - Returns: `false` if its queue is full or closed.
    func offer(_ submission: Submission) -> Bool {
        let bytes = submission.byteCount
        let (isQueued, consumer) = state.withLock { state -> (Bool, CheckedContinuation<Void, Never>?) in
            guard !state.isClosed else { return (false, nil) }
            if submission.channel == .intake {
                guard state.intake.hasRoom(for: bytes) else { return (false, nil) }
                state.intake.append(submission, bytes)
            } else {
                guard state.requests.hasRoom(for: bytes) else { return (false, nil) }
                state.requests.append(submission, bytes)
            }
            defer { state.consumer = nil }
            return (true, state.consumer)
        }
        consumer?.resume()
        return isQueued
    }

    /// Waits until something was dequeued, or the queue is closed.
    func room() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isThere = state.withLock { state in
                if state.isClosed || state.isEmpty { return true }
                state.roomWaiters.append(continuation)
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    /// Dequeues the submissions that are committed together: first requests, then intake, up to a number of messages, but
    /// at least one submission. Waits for it.
    /// - Returns: `nil` when the queue is closed and empty.
    func dequeue(messagesMax: Int) async -> [Submission]? {
        while true {
            let (group, waiters, isOver) = state.withLock { state in
                var group: [Submission] = []
                var messages = 0
                while messages < messagesMax, let next = state.requests.popFirst() ?? state.intake.popFirst() {
                    messages += next.messages.count
                    group.append(next)
                }
                defer { if !group.isEmpty { state.roomWaiters = [] } }
                return (group, group.isEmpty ? [] : state.roomWaiters, state.isClosed)
            }
            for waiter in waiters { waiter.resume() }
            if !group.isEmpty { return group }
            if isOver { return nil }
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                let isReady = state.withLock { state in
                    if !state.isEmpty || state.isClosed { return true }
                    state.consumer = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        }
    }

    /// Dequeues all requests: the caller answers them.
    func dequeueRequests() -> [Submission] {
        state.withLock { state in
            var requests: [Submission] = []
            while let next = state.requests.popFirst() { requests.append(next) }
            return requests
        }
    }

    /// Accepts no more submissions. The waiting ones are still dequeued.
    func close() {
        let (consumer, waiters) = state.withLock { state in
            state.isClosed = true
            defer {
                state.consumer = nil
                state.roomWaiters = []
            }
            return (state.consumer, state.roomWaiters)
        }
        consumer?.resume()
        for waiter in waiters { waiter.resume() }
    }
}
