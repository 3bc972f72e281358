import Synchronization

/// A fixed number of threads for long computations and work that blocks: the cooperative pool has no threads to spare.
///
/// Use it as the executor preference of a task. Its queue has no bound: its callers bound the work. The threads keep the
/// pool alive until ``stop()``. A job that arrives later still runs, on a new thread.
public final class ThreadPool: TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        /// The index of the next job.
        var next = 0
        /// The number of threads that take jobs.
        var threads = 0
        var isStopRequested = false
    }

    private enum Step {
        case run(UnownedJob)
        case wait
        case end
    }

    private let name: String
    private let state = Mutex(State())
    private let wakeUp: WakeUp

    /// Starts the threads.
    /// - Parameters:
    ///   - name: The threads' name in the system's tools, which show 15 bytes of it.
    ///   - count: The number of threads, at least 1.
    public init(name: String, count: Int) throws(ThreadingError) {
        self.name = name
        wakeUp = try WakeUp()
        do throws(ThreadingError) {
            for _ in 0..<count {
                state.withLock { $0.threads += 1 }
                try DetachedThread.start(name: name) { self.run() }
            }
        } catch {
            stop()
            throw error
        }
    }

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let needsThread = state.withLock { state in
            state.jobs.append(job)
            guard state.isStopRequested, state.threads == 0 else { return false }
            state.threads = 1
            return true
        }
        if needsThread { runOnNewThread() } else { wakeUp.signal() }
    }

    /// Ends the threads after the jobs that are queued. Does not wait.
    public func stop() {
        state.withLock { $0.isStopRequested = true }
        wakeUp.signal()
    }

    private func runOnNewThread() {
        do throws(ThreadingError) {
            try DetachedThread.start(name: name) { self.run() }
        } catch {
            // A job that never runs would be worse than one that blocks its caller.
            run()
        }
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
                guard state.isStopRequested else { return (.wait, false) }
                state.threads -= 1
                return (.end, true)
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
