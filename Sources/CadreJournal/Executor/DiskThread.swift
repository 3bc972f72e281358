import Glibc
import Synchronization

/// A thread of one's own for an actor that blocks on the disk, so that the cooperative pool never does.
///
/// The actor keeps it as its `unownedExecutor` and calls `stop()` in its `deinit`; until then the thread keeps itself.
final class DiskThread: SerialExecutor {
    private struct Pending {
        var jobs: [UnownedJob] = []
        var stopped = false
    }

    /// Guards all that two threads touch, so that no promise is needed.
    private let pending = Mutex(Pending())
    /// Set by the thread itself before its first job; 0 is no thread.
    private let owner = Atomic<UInt>(0)
    private let wakeUp = WakeUpPipe()

    /// - Parameter name: At most 15 bytes, which is what the kernel shows of it.
    init(name: String) {
        let start = Unmanaged.passRetained(Start(thread: self, name: name))
        var identity = pthread_t()
        let code = pthread_create(
            &identity, nil,
            { argument in
                guard let argument else { return nil }
                let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                showName(start.name)
                start.thread.run()
                return nil
            }, start.toOpaque())
        precondition(code == 0, "no thread for \(name): \(String(cString: strerror(code)))")
        pthread_detach(identity)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let wasEmpty = pending.withLock { pending in
            defer { pending.jobs.append(job) }
            return pending.jobs.isEmpty
        }
        // One signal for a heap of jobs: the thread takes all that there are.
        if wasEmpty { wakeUp.signal() }
    }

    /// Ends the thread after what is enqueued.
    func stop() {
        pending.withLock { $0.stopped = true }
        wakeUp.signal()
    }

    func checkIsolated() {
        precondition(isOwnThread, "used off its thread")
    }

    func isIsolatingCurrentContext() -> Bool? { isOwnThread }

    private var isOwnThread: Bool { owner.load(ordering: .relaxed) == UInt(pthread_self()) }

    private func run() {
        owner.store(UInt(pthread_self()), ordering: .relaxed)
        while true {
            let (batch, stopped) = pending.withLock { pending in
                defer { pending.jobs = [] }
                return (pending.jobs, pending.stopped)
            }
            for job in batch { job.runSynchronously(on: asUnownedSerialExecutor()) }
            if batch.isEmpty {
                if stopped { return }
                wakeUp.wait()
            }
        }
    }

    private final class Start: Sendable {
        let thread: DiskThread
        let name: String

        init(thread: DiskThread, name: String) {
            self.thread = thread
            self.name = name
        }
    }
}

/// Names the calling thread in what the kernel shows of it. For people looking on; where it fails, nothing is lost.
private func showName(_ name: String) {
    let descriptor = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = write(descriptor, name, name.utf8.count)
    close(descriptor)
}
