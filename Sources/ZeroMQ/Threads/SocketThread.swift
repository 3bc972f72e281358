import CZeroMQ
import Glibc
import Logging
import Threading

/// A thread in `zmq_poll` that is the executor of the actors that own sockets.
///
/// Inside such an actor receiving and sending are plain synchronous calls, and the compiler proves that no other code
/// touches a socket. An eventfd in the poll set wakes the thread for the actors' other jobs. Several actors may share
/// it.
/// ```swift
/// actor Intake {
///     private let thread: SocketThread               // strong: the executor outlives every job
///     nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
///     private var socket: SubSocket?
///
///     func start(_ context: Context, at endpoint: Endpoint) throws {
///         let socket = try SubSocket(context)
///         try socket.bind(endpoint)
///         try socket.subscribe(to: "")
///         try thread.register(socket, for: self) { intake in intake.read() }
///         self.socket = socket
///     }
///     private func read() { … }                      // at most a batch: the other sockets wait for it
/// }
/// ```
/// Nothing that runs on it may block. End it with ``stop()``; it keeps itself alive until then.
public final class SocketThread: Sendable {
    private let executor: ThreadExecutor<PollLoop>

    public var name: String { executor.name }

    /// Starts the thread.
    /// - Parameter name: The thread's name in the system's tools, which show 15 bytes of it.
    public init(name: String = "zmq-sockets", logger: Logger = Logger(label: "zeromq")) throws(ZeroMQError) {
        var logger = logger
        logger[metadataKey: "thread"] = "\(name)"
        do throws(ThreadingError) {
            executor = try ThreadExecutor(name: name) { [logger] in PollLoop(wakeUp: $0, logger: logger) }
        } catch {
            throw ZeroMQError(result: -error.errno, error.action)
        }
    }

    // MARK: Executor

    /// The executor, for an actor's `unownedExecutor`. The actor keeps the socket thread, and thereby the executor.
    public func asUnownedSerialExecutor() -> UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Traps if the caller is not on the thread.
    public func checkIsolated() { executor.checkIsolated() }

    /// Returns whether the caller is on the thread.
    public func isIsolatingCurrentContext() -> Bool? { executor.isIsolatingCurrentContext() }

    // MARK: Stopping

    /// Closes every registered socket, with its linger, and ends the thread. Returns when the sockets are closed; the
    /// context can be terminated then. May be called from anywhere, also by actors on this thread, and more than once.
    public func stop() async {
        executor.stop()
        await executor.waitUntilStopped()
    }

    /// The loop, for code on the thread.
    /// - Throws: ``ZeroMQError/Code/terminated`` once the thread has stopped.
    func ownLoop(_ operation: String) throws(ZeroMQError) -> PollLoop {
        let loop = executor.loop
        guard !loop.hasEnded else {
            throw ZeroMQError(
                .terminated, operation, subject: "on \(name)",
                remedy: "start a new socket thread: this one has stopped")
        }
        return loop
    }
}
