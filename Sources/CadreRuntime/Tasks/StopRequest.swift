import Synchronization

/// A request that any task may make once, and any task may wait for.
public final class StopRequest: Sendable {
    private struct State {
        var isMade = false
        var lastWaiter = 0
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())

    public init() {}

    /// Whether it was made.
    public var isMade: Bool { state.withLock { $0.isMade } }

    /// Makes the request. Once made, it stays.
    public func make() {
        let waiters = state.withLock { state in
            state.isMade = true
            defer { state.waiters = [:] }
            return state.waiters.values
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Returns when the request is made, or the task is cancelled.
    public func wait() async {
        let number = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                let isOver = state.withLock { state in
                    if !state.isMade, !Task.isCancelled {
                        state.waiters[number] = continuation
                        return false
                    }
                    return true
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: number) }?.resume()
        }
    }
}
