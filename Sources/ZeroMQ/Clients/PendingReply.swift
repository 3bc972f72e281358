import Synchronization

/// Somebody who waits for a value, answered exactly once: by the value, the timeout or the cancelled task, whichever is
/// first. Needs no hop to an actor, so that a cancelled task goes on at once.
final class PendingReply<Value: Sendable>: Sendable {
    private enum State {
        case new
        case waiting(CheckedContinuation<Value, Never>)
        case answered(Value)
        case done
    }
    private let state = Mutex(State.new)

    /// - Returns: Whether this was the answer; `false` when there was one before.
    @discardableResult
    func answer(_ value: sending Value) -> Bool {
        let value = value
        let taken: (first: Bool, continuation: CheckedContinuation<Value, Never>?) = state.withLock { state in
            switch state {
            case .new:
                state = .answered(value)
                return (true, nil)
            case .waiting(let continuation):
                state = .done
                return (true, continuation)
            case .answered, .done:
                return (false, nil)
            }
        }
        taken.continuation?.resume(returning: value)
        return taken.first
    }

    /// Waits for the answer; called once.
    func value() async -> Value {
        await withCheckedContinuation { continuation in
            let ready: Value? = state.withLock { state in
                if case .answered(let value) = state {
                    state = .done
                    return value
                }
                state = .waiting(continuation)
                return nil
            }
            if let ready { continuation.resume(returning: ready) }
        }
    }
}
