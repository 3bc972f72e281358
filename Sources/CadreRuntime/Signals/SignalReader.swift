import Glibc
import Logging
import ServiceLifecycle
import Threading

/// Reads the process's signals: SIGTERM and SIGINT begin the graceful shutdown, SIGHUP reloads the configuration.
///
/// A service that returns when the shutdown begins; in a group it is the last of the list, so that it is the first to
/// see a shutdown that has another cause. With any cause, the process ends when the given time is over; the same
/// signal a second time ends it at once. ``ProcessSignals/block()`` comes first.
final class SignalReader: Service {
    private let thread: SignalThread
    private let stops: (stream: AsyncStream<Void>, continuation: AsyncStream<Void>.Continuation)
    /// Only the newest: several SIGHUP during one reload cause one more.
    private let reloads: (stream: AsyncStream<Void>, continuation: AsyncStream<Void>.Continuation)
    private let reload: @Sendable () async -> Void
    private let onStop: @Sendable () -> Void

    /// Starts to read signals.
    /// - Parameters:
    ///   - stopWithin: The time for the shutdown; after it the process is ended by force.
    ///   - reload: Called for SIGHUP, never twice at the same time.
    ///   - onStop: Called on any thread when the shutdown begins, perhaps more than once.
    init(
        stopWithin: Duration, logger: Logger, reload: @escaping @Sendable () async -> Void,
        onStop: @escaping @Sendable () -> Void
    ) throws(ThreadingError) {
        let stops = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let reloads = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.stops = stops
        self.reloads = reloads
        self.reload = reload
        self.onStop = onStop
        let policy = StopPolicy(.daemon(stopWithin: stopWithin))
        thread = try SignalThread(policy, source: ProcessSignals.readEnd) { action, signal in
            let name = signal.map(ProcessSignals.name) ?? "time"
            switch action {
            case .none: break
            case .reload:
                logger.info("reloading the configuration", metadata: ["signal": "\(name)"])
                reloads.continuation.yield()
            case .stop:
                logger.notice("graceful shutdown", metadata: ["signal": "\(name)"])
                onStop()
                stops.continuation.yield()
            case .exit(let status):
                logger.critical(
                    "forced end; acknowledged events are on disk, pending documents are not published",
                    metadata: ["reason": signal == nil ? "shutdown took too long" : "\(name) repeated"])
                _exit(status)
            }
        }
        // From now on: a signal that arrives before the service runs is kept for it, and its time runs.
        try thread.start()
    }

    deinit { thread.end() }

    func run() async throws {
        await withTaskCancellationOrGracefulShutdownHandler {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { for await _ in self.reloads.stream { await self.reload() } }
                for await _ in stops.stream { break }
                group.cancelAll()
            }
        } onCancelOrGracefulShutdown: {
            self.thread.stopBegan()
            self.onStop()
            self.stops.continuation.finish()
        }
    }

    /// Stops reading: the shutdown is complete.
    func end() { thread.end() }

    /// Passes on a signal to this reader only.
    func deliver(_ signal: Int32) { thread.deliver(signal) }
}
