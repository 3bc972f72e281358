import Glibc
import Threading

/// The signals that end a command in order: Ctrl-C (SIGINT), SIGTERM and SIGHUP.
///
/// The first signal is a request that any task may wait for, also later; the second ends the process at once.
/// ``ProcessSignals/block()`` has to be the first statement of `main`.
public final class Interruption: Sendable {
    private let request: StopRequest

    /// Starts to read signals. Once per process: they are read until it ends.
    public init() throws(ThreadingError) {
        let request = StopRequest()
        self.request = request
        try SignalThread(StopPolicy(.command), source: ProcessSignals.readEnd) { action, _ in
            switch action {
            case .stop: request.make()
            case .exit(let status): _exit(status)
            case .none, .reload: break
            }
        }.start()
    }

    /// Returns when the first signal has arrived, or the task is cancelled.
    public func first() async { await request.wait() }

    /// Runs the work until it ends or a signal arrives; in that case it is cancelled and awaited.
    /// - Returns: The result of the work, or `nil` if it was interrupted before it had one.
    public func interrupting<Value: Sendable>(
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
}
