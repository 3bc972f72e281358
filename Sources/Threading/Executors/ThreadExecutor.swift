import Synchronization

/// A thread that is the serial executor of actors whose work blocks.
///
/// The thread waits in a loop that can be replaced: ``WakeUpLoop`` waits for jobs only; another one may wait in a poll
/// that has more to wait for.
/// ```swift
/// actor Reader {
///     private let thread: ThreadExecutor<WakeUpLoop>       // strong: the executor outlives every job
///     nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
///     init() throws(ThreadingError) { thread = try ThreadExecutor(name: "reader") }
///     deinit { thread.stop() }
/// }
/// ```
/// The thread keeps the executor alive until ``stop()``. A job that arrives later, from an actor that outlived its
/// executor's loop, still runs, on a new thread.
public final class ThreadExecutor<Loop: ThreadLoop>: SerialExecutor {
    private enum Phase {
        /// The thread is in its loop.
        case running
        /// The loop is closed; a thread runs the remaining jobs.
        case draining
        /// There is no thread. The next job gets one.
        case idle
    }

    private struct State {
        var jobs: [UnownedJob] = []
        var phase = Phase.running
        var isStopRequested = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    public let name: String
    private let state = Mutex(State())
    /// The thread that runs jobs now, or 0. Set by that thread before its first job.
    private let owner = Atomic<UInt>(0)
    private let wakeUp: WakeUp
    // Used on the owning thread only: `loop` checks that, the other uses are in `run()`. No two threads are owner at
    // once: a second one starts only after the first has set the phase to `idle`, under the lock.
    nonisolated(unsafe) private let ownLoop: Loop

    /// Starts the thread.
    /// - Parameters:
    ///   - name: The thread's name in the system's tools, which show 15 bytes of it.
    ///   - makeLoop: Makes the loop, which waits for the given wake-up. The caller keeps no reference to it.
    public init(name: String, loop makeLoop: (WakeUp) -> Loop) throws(ThreadingError) {
        self.name = name
        wakeUp = try WakeUp()
        ownLoop = makeLoop(wakeUp)
        try DetachedThread.start(name: name) { self.run() }
    }

    /// The loop.
    /// - Precondition: The caller is on the thread.
    public var loop: Loop {
        checkIsolated()
        return ownLoop
    }

    // MARK: Executor

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isOnThread = isOwner
        // Append before signalling: otherwise the thread may wake, find nothing and sleep again. The thread's own jobs
        // need no signal: it looks for jobs before it waits.
        let (needsSignal, needsThread) = state.withLock { state in
            state.jobs.append(job)
            if state.phase == .idle {
                state.phase = .draining
                return (false, true)
            }
            return (state.jobs.count == 1 && state.phase == .running && !isOnThread, false)
        }
        if needsSignal { wakeUp.signal() }
        if needsThread { drainOnNewThread() }
    }

    public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    public func checkIsolated() { precondition(isOwner, "\(name) is used off its thread") }

    public func isIsolatingCurrentContext() -> Bool? { isOwner }

    private var isOwner: Bool { owner.load(ordering: .relaxed) == DetachedThread.current }

    // MARK: Stopping

    /// Ends the loop and the thread after the jobs that are queued. Does not wait.
    public func stop() {
        state.withLock { $0.isStopRequested = true }
        wakeUp.signal()
    }

    /// Returns when the loop is closed. Any task may wait, also one on this thread.
    public func waitUntilStopped() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let isClosed = state.withLock { state in
                if state.phase == .running { state.waiters.append(continuation) }
                return state.phase != .running
            }
            if isClosed { continuation.resume() }
        }
    }

    // MARK: The thread

    private func run() {
        owner.store(DetachedThread.current, ordering: .relaxed)
        var (isStopRequested, hasJobs) = (false, false)
        repeat {
            guard ownLoop.turn(mayWait: !hasJobs) else { break }
            runJobs()
            (isStopRequested, hasJobs) = state.withLock { ($0.isStopRequested, !$0.jobs.isEmpty) }
        } while !isStopRequested
        ownLoop.close()
        let waiters = state.withLock { state in
            defer { state.waiters = [] }
            state.phase = .draining
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
        drain()
    }

    /// Runs the remaining jobs until the queue is empty.
    private func drain() {
        owner.store(DetachedThread.current, ordering: .relaxed)
        while true {
            runJobs()
            let isDone = state.withLock { state in
                guard state.jobs.isEmpty else { return false }
                owner.store(0, ordering: .relaxed)
                state.phase = .idle
                return true
            }
            if isDone { return }
        }
    }

    private func drainOnNewThread() {
        do throws(ThreadingError) {
            try DetachedThread.start(name: name) { self.drain() }
        } catch {
            // A job that never runs would be worse than one that blocks its caller.
            drain()
        }
    }

    /// Runs the jobs that were queued when it began: those that they add follow after the next turn of the loop.
    private func runJobs() {
        let batch = state.withLock { state in
            defer { state.jobs = [] }
            return state.jobs
        }
        for job in batch { job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
}

extension ThreadExecutor where Loop == WakeUpLoop {
    /// Starts a thread that only runs jobs.
    /// - Parameter name: The thread's name in the system's tools, which show 15 bytes of it.
    public convenience init(name: String) throws(ThreadingError) {
        try self.init(name: name, loop: WakeUpLoop.init)
    }
}
