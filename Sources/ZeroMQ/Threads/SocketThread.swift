import CZeroMQ
import Glibc
import Logging
import Synchronization

/// A thread in `zmq_poll` that is the executor of the actors that own sockets.
///
/// Inside such an actor receiving and sending are plain synchronous calls, and the compiler proves that nobody else
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
public final class SocketThread: SerialExecutor {
    private enum Phase {
        /// The thread is in its loop.
        case running
        /// The sockets are closed; a thread is there for the jobs that are left.
        case windingUp
        /// No thread. A job that comes now (an actor that outlived its sockets) gets one of its own.
        case idle
    }
    private struct State {
        var jobs: [UnownedJob] = []
        var phase = Phase.running
        var stopRequested = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    public let name: String
    private let logger: Logger
    private let state = Mutex(State())
    /// The thread that runs jobs now, as a number; 0 for none. Set by that thread itself before its first job.
    private let owner = Atomic<UInt>(0)
    private let wakeUp: WakeUp
    /// Touched on the owning thread only: every way to it begins with `checkIsolated()` or lies in `run()`, and no two
    /// threads are owner at once (a second one starts only when the first has set the phase to `idle`, under the lock).
    nonisolated(unsafe) private let loop: PollLoop

    /// Starts the thread.
    /// - Parameter name: Shown by the system's tools, 15 bytes of it.
    public init(name: String = "zmq-sockets", logger: Logger = Logger(label: "zeromq")) throws(ZeroMQError) {
        self.name = name
        self.logger = logger
        wakeUp = try WakeUp()
        loop = PollLoop(wakeUp: wakeUp)
        DetachedThread.start(name: name) { self.run() }
    }

    // MARK: Executor

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let onThread = isOwner
        // First the job, then the signal, or the thread sleeps on. Its own jobs need none: it looks before it waits.
        let next: (ring: Bool, start: Bool) = state.withLock { state in
            state.jobs.append(job)
            if state.phase == .idle {
                state.phase = .windingUp
                return (false, true)
            }
            return (state.jobs.count == 1 && state.phase == .running && !onThread, false)
        }
        if next.ring { wakeUp.ring() }
        if next.start { DetachedThread.start(name: name) { self.windUp() } }
    }

    public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    public func checkIsolated() { precondition(isOwner, "a socket of \(name) was touched off its thread") }

    public func isIsolatingCurrentContext() -> Bool? { isOwner }

    private var isOwner: Bool { owner.load(ordering: .relaxed) == UInt(pthread_self()) }

    // MARK: The thread

    /// Closes every registered socket, with its linger, and ends the thread. Returns when the sockets are closed; the
    /// context can be terminated then. May be called from anywhere, also by actors on this thread, and more than once.
    public func stop() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let closed = state.withLock { state in
                state.stopRequested = true
                if state.phase == .running { state.waiters.append(continuation) }
                return state.phase != .running
            }
            if closed { continuation.resume() } else { wakeUp.ring() }
        }
    }

    private func run() {
        owner.store(UInt(pthread_self()), ordering: .relaxed)
        var next: (stop: Bool, busy: Bool) = (false, false)
        repeat {
            if let end = loop.turn(mayWait: !next.busy) {
                if case .failed(let error) = end {
                    logger.error("the socket loop ends", metadata: ["thread": "\(name)", "error": "\(error)"])
                } else {
                    logger.debug("the socket loop ends: its context was shut down", metadata: ["thread": "\(name)"])
                }
                break
            }
            runJobs()
            next = state.withLock { ($0.stopRequested, !$0.jobs.isEmpty) }
        } while !next.stop
        loop.closeAll()
        let waiters = state.withLock { state in
            defer { state.waiters = [] }
            state.phase = .windingUp
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
        windUp()
    }

    /// Runs the jobs that are left until there is none, by the thread or, after its end, by another.
    private func windUp() {
        owner.store(UInt(pthread_self()), ordering: .relaxed)
        while true {
            runJobs()
            let done = state.withLock { state in
                guard state.jobs.isEmpty else { return false }
                owner.store(0, ordering: .relaxed)
                state.phase = .idle
                return true
            }
            if done { return }
        }
    }

    /// Runs what was waiting when it began: what these jobs add has its turn after the sockets.
    private func runJobs() {
        let batch = state.withLock { state in
            let jobs = state.jobs
            state.jobs = []
            return jobs
        }
        for job in batch { job.runSynchronously(on: asUnownedSerialExecutor()) }
    }

    /// The loop, for those on the thread.
    /// - Throws: ``ZeroMQError/Code/terminated`` once the thread has stopped.
    func ownLoop(_ operation: String) throws(ZeroMQError) -> PollLoop {
        checkIsolated()
        guard !loop.hasEnded else {
            throw ZeroMQError(
                .terminated, operation, subject: "on \(name)",
                remedy: "start a new socket thread: this one has stopped")
        }
        return loop
    }
}
