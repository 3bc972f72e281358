import Glibc
import Synchronization

/// Ctrl-C and its like (SIGINT, SIGTERM, SIGHUP), for a command that ends in order on them.
///
/// The signals are blocked from the first statement of `main` on; a thread of its own waits for them. The first one is
/// told to whoever awaits it, also later; the second ends the process at once.
final class Interruption: Sendable {
    private struct State {
        var hasCome = false
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        var lastWaiter = 0
    }
    private let state = Mutex(State())

    /// Starts to listen; once a process.
    init() {
        var thread = pthread_t()
        let retained = Unmanaged.passRetained(self)
        let result = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Interruption>.fromOpaque(argument).takeRetainedValue().listen() }
                return nil
            }, retained.toOpaque())
        // EAGAIN: no more threads may be made, so nothing else could run either.
        precondition(result == 0, "no thread for signals: \(String(cString: strerror(result)))")
        pthread_detach(thread)
    }

    /// Waits until the first one has come, or the task is cancelled.
    func first() async {
        let number = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let goesOn = state.withLock { state in
                    if state.hasCome || Task.isCancelled { return true }
                    state.waiters[number] = continuation
                    return false
                }
                if goesOn { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: number) }?.resume()
        }
    }

    /// Runs `work` until it ends by itself or a signal comes, whichever is first; then it is cancelled and awaited.
    /// - Returns: What the work gave; `nil` where it was interrupted before it had something.
    func interrupting<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value? {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                await self.first()
                return nil
            }
            group.addTask { try await work() }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }

    private func listen() {
        var isFirst = true
        while true {
            var set = sigset_t()
            sigemptyset(&set)
            for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, signal) }
            var signal: Int32 = 0
            guard sigwait(&set, &signal) == 0 else { continue }
            // 128 + n is what a shell says of a process that a signal ended.
            guard isFirst else { _exit(128 + signal) }
            isFirst = false
            let waiters = state.withLock { state in
                state.hasCome = true
                defer { state.waiters = [:] }
                return state.waiters.values.map { $0 }
            }
            for waiter in waiters { waiter.resume() }
        }
    }
}

/// A command that answers signals itself: they stay blocked for it.
protocol SignalHandling {}
