import Synchronization

/// What waits for the gate, in two lanes with bounds of their own, so that a flood on intake does not make control
/// wait longer than for the commit that is under way. One consumer.
final class SubmissionQueue: Sendable {
    /// A first-in first-out queue with a bound on count and bytes.
    private struct Lane {
        let countMax: Int
        let bytesMax: Int
        var waiting: ArraySlice<Submission> = []
        var bytes = 0

        var isEmpty: Bool { waiting.isEmpty }
        /// Something of any size is taken by an empty lane: what is larger than the bound must not wait for ever.
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
        var intake = Lane(
            countMax: DaemonLimits.intakeBatchesWaiting, bytesMax: DaemonLimits.intakeBytesWaiting)
        var asked = Lane(
            countMax: DaemonLimits.submissionsWaiting, bytesMax: DaemonLimits.submissionBytesWaiting)
        var isClosed = false
        var consumer: CheckedContinuation<Void, Never>?
        var roomWaiters: [CheckedContinuation<Void, Never>] = []

        var isEmpty: Bool { intake.isEmpty && asked.isEmpty }
    }

    private let state = Mutex(State())

    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Submissions that wait.
    var depths: (intake: Int, asked: Int) { state.withLock { ($0.intake.waiting.count, $0.asked.waiting.count) } }

    /// - Returns: Whether it was taken; `false`: the lane is full, or closed.
    func offer(_ submission: Submission) -> Bool {
        let bytes = submission.byteCount
        let (taken, consumer) = state.withLock { state -> (Bool, CheckedContinuation<Void, Never>?) in
            guard !state.isClosed else { return (false, nil) }
            if submission.road == .intake {
                guard state.intake.hasRoom(for: bytes) else { return (false, nil) }
                state.intake.append(submission, bytes)
            } else {
                guard state.asked.hasRoom(for: bytes) else { return (false, nil) }
                state.asked.append(submission, bytes)
            }
            defer { state.consumer = nil }
            return (true, state.consumer)
        }
        consumer?.resume()
        return taken
    }

    /// Waits until something was taken out, or the queue is closed.
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

    /// Takes what is to be judged and journaled together: all that was asked for, then intake, up to so many messages,
    /// but at least one submission. Waits for it.
    /// - Returns: `nil` when the queue is closed and empty.
    func take(messagesMax: Int) async -> [Submission]? {
        while true {
            let (group, waiters, isOver) = state.withLock { state in
                var group: [Submission] = []
                var messages = 0
                while messages < messagesMax, let next = state.asked.popFirst() ?? state.intake.popFirst() {
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

    /// Takes what waits and is waited for, to be answered otherwise.
    func takeAsked() -> [Submission] {
        state.withLock { state in
            var taken: [Submission] = []
            while let next = state.asked.popFirst() { taken.append(next) }
            return taken
        }
    }

    /// Takes nothing more in; what waits is still given out.
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
