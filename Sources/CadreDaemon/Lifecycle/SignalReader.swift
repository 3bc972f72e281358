import Glibc
import Logging
import ServiceLifecycle

/// Reads the process's signals: SIGTERM and SIGINT end it in order, SIGHUP has the configuration read again.
///
/// A service that returns when the end is to begin; in a group it is the last of the list, so that it hears first of an
/// end that has another cause. Whatever the cause, the process ends when ``DaemonLimits/stopSeconds`` have passed; the
/// same signal a second time ends it at once. ``ProcessSignals/block()`` comes first.
final class SignalReader: Service {
    private let thread: SignalThread
    private let stops: (stream: AsyncStream<Void>, continuation: AsyncStream<Void>.Continuation)
    /// Newest only: several SIGHUP during one reload are one more.
    private let reloads: (stream: AsyncStream<Void>, continuation: AsyncStream<Void>.Continuation)
    private let reload: @Sendable () async -> Void
    private let onStop: @Sendable () -> Void

    /// - Parameters:
    ///   - reload: For SIGHUP; never called twice at once.
    ///   - onStop: Called on whatever thread when the end begins, perhaps more than once.
    init(
        stopWithin: Duration = .seconds(DaemonLimits.stopSeconds), logger: Logger,
        reload: @escaping @Sendable () async -> Void, onStop: @escaping @Sendable () -> Void
    ) {
        let stops = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let reloads = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.stops = stops
        self.reloads = reloads
        self.reload = reload
        self.onStop = onStop
        thread = SignalThread(stopWithin: stopWithin, source: ProcessSignals.readEnd) { action, signal in
            let name = signal.map(ProcessSignals.name) ?? "time"
            switch action {
            case .none: break
            case .reload:
                logger.info("reading the configuration again", metadata: ["signal": "\(name)"])
                reloads.continuation.yield()
            case .stop:
                logger.notice("ending in order", metadata: ["signal": "\(name)"])
                onStop()
                stops.continuation.yield()
            case .exit(let status):
                logger.critical(
                    "ending at once: what is acknowledged is on disk, what was to be published is not sent",
                    metadata: ["reason": signal == nil ? "the orderly end took too long" : "\(name) again"])
                _exit(status)
            }
        }
        // From now on: a signal that comes before the service runs waits for it, and its time runs.
        thread.start()
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

    /// Stops reading: the process has ended in order.
    func end() { thread.end() }

    /// A signal for the process, given to the reader alone.
    func deliver(_ signal: Int32) { thread.deliver(signal) }
}
