import Glibc
import Synchronization

/// A few threads for plans: they take seconds of computing, for which the cooperative pool has no threads to spare.
///
/// Use it as the executor preference of a task. What waits is bounded by its callers: each mission has at most one plan
/// under way.
final class PlanningThreads: TaskExecutor {
    private struct Pending {
        var jobs: [UnownedJob] = []
        var next = 0
        var isStopped = false
    }

    private let pending = Mutex(Pending())
    private let signal = CountingSignal()
    private let count: Int

    init(count: Int) {
        self.count = count
        for _ in 0..<count { start() }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        pending.withLock { $0.jobs.append(job) }
        signal.post()
    }

    /// Ends the threads when what is enqueued is done.
    func stop() {
        pending.withLock { $0.isStopped = true }
        for _ in 0..<count { signal.post() }
    }

    private func start() {
        let start = Unmanaged.passRetained(self)
        var identity = pthread_t()
        let code = pthread_create(
            &identity, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<PlanningThreads>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, start.toOpaque())
        precondition(code == 0, "no thread for planning: \(String(cString: strerror(code)))")
        pthread_detach(identity)
    }

    private func run() {
        while true {
            signal.wait()
            let (job, isOver) = pending.withLock { pending -> (UnownedJob?, Bool) in
                guard pending.next < pending.jobs.count else { return (nil, pending.isStopped) }
                let job = pending.jobs[pending.next]
                pending.next += 1
                if pending.next == pending.jobs.count {
                    pending.jobs.removeAll(keepingCapacity: true)
                    pending.next = 0
                }
                return (job, false)
            }
            job?.runSynchronously(on: asUnownedTaskExecutor())
            if isOver { return }
        }
    }
}

/// A semaphore of the system's, for threads that are not the pool's.
private final class CountingSignal: Sendable {
    /// The semaphore must not move, and its functions are made for many threads: the address is all that is shared.
    nonisolated(unsafe) private let semaphore: UnsafeMutablePointer<sem_t>

    init() {
        semaphore = .allocate(capacity: 1)
        let result = sem_init(semaphore, 0, 0)
        precondition(result == 0, "no semaphore: \(String(cString: strerror(errno)))")
    }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    func post() { sem_post(semaphore) }

    func wait() {
        while sem_wait(semaphore) != 0, errno == EINTR {}
    }
}
