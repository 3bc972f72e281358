import Synchronization

/// A single value that a task waits for, resolved exactly once.
///
/// The value, the timeout or the task's cancellation resolves it, whichever is first. Resolving does not require a hop
/// to an actor, so that a cancelled task continues at once.
final class PendingReply<Value: Sendable>: Sendable {
    private enum State {
        case new
        case waiting(CheckedContinuation<Value, Never>)
        case resolved(Value)
        case done
    }
    private let state = Mutex(State.new)

    /// Resolves the reply, unless it is already resolved.
    /// - Returns: Whether this call resolved it.
    @discardableResult
    func resolve(_ value: sending Value) -> Bool {
        let value = value
        let result: (isFirst: Bool, continuation: CheckedContinuation<Value, Never>?) = state.withLock { state in
            switch state {
            case .new:
                state = .resolved(value)
                return (true, nil)
            case .waiting(let continuation):
                state = .done
                return (true, continuation)
            case .resolved, .done:
                return (false, nil)
            }
        }
        result.continuation?.resume(returning: value)
        return result.isFirst
    }

    /// Waits until the reply is resolved and returns its value. Must be called at most once.
    func value() async -> Value {
        await withCheckedContinuation { continuation in
            let ready: Value? = state.withLock { state in
                if case .resolved(let value) = state {
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
