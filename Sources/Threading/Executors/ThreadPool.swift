import Synchronization

/// A fixed number of threads for long computations and work that blocks: the cooperative pool has no threads to spare.
///
/// Use it as the executor preference of a task. Its queue has no bound: its callers bound the work.
public final class ThreadPool: TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        /// The index of the next job.
        var next = 0
        var isStopRequested = false
    }

    private enum Step {
        case run(UnownedJob)
        case wait
        case end
    }

    private let state = Mutex(State())
    private let wakeUp: WakeUp

    /// Starts the threads. They keep the pool alive until ``stop()``.
    /// - Parameters:
    ///   - name: The threads' name in the system's tools, which show 15 bytes of it.
    ///   - count: The number of threads, at least 1.
    public init(name: String, count: Int) throws(ThreadingError) {
        wakeUp = try WakeUp()
        do throws(ThreadingError) {
            for _ in 0..<count { try DetachedThread.start(name: name) { self.run() } }
        } catch {
            stop()
            throw error
        }
    }

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        wakeUp.signal()
    }

    /// Ends the threads after the jobs that are queued. Does not wait.
    public func stop() {
        state.withLock { $0.isStopRequested = true }
        wakeUp.signal()
    }

    private func run() {
        while true {
            switch nextStep() {
            case .run(let job): job.runSynchronously(on: asUnownedTaskExecutor())
            case .wait: wakeUp.wait()
            case .end: return
            }
        }
    }

    /// Takes the next job. As one wait removes the signals of several jobs, each thread signals the next one.
    private func nextStep() -> Step {
        let (step, wakesNext) = state.withLock { state -> (Step, Bool) in
            guard state.next < state.jobs.count else {
                return (state.isStopRequested ? .end : .wait, state.isStopRequested)
            }
            let job = state.jobs[state.next]
            state.next += 1
            guard state.next == state.jobs.count else { return (.run(job), true) }
            state.jobs.removeAll(keepingCapacity: true)
            state.next = 0
            return (.run(job), state.isStopRequested)
        }
        if wakesNext { wakeUp.signal() }
        return step
    }
}
