import Glibc
import Synchronization
import Testing

@testable import CadreJournal

/// Counts, and notes the threads it ran on.
private actor Worker {
    private let thread = DiskThread(name: "cadre-test")
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    private var count = 0
    private(set) var threads: Set<pthread_t> = []

    deinit { thread.stop() }

    func step() -> Int {
        preconditionIsolated()
        count += 1
        threads.insert(pthread_self())
        return count
    }
}

@Suite struct DiskThreadTests {
    @Test func everythingRunsOneAfterTheOtherOnOneThread() async {
        let worker = Worker()
        let counts = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<1_000 { group.addTask { await worker.step() } }
            return await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(counts == Set(1...1_000))
        #expect(await worker.threads.count == 1)
    }

    @Test func aStoppedThreadEndsAndLetsGoOfItself() async {
        // Nobody but the thread itself keeps it; a thread that never ended would hold this test up for ever.
        let watch = stoppedThread()
        while watch.isAlive { await Task.yield() }
    }
}

/// Sees whether a thread is still there, without keeping it.
private final class Watch: Sendable {
    private struct Reference {
        weak var thread: DiskThread?
    }

    private let reference: Mutex<Reference>

    init(on thread: DiskThread) { reference = Mutex(Reference(thread: thread)) }

    var isAlive: Bool { reference.withLock { $0.thread != nil } }
}

private func stoppedThread() -> Watch {
    let thread = DiskThread(name: "cadre-test")
    let watch = Watch(on: thread)
    thread.stop()
    return watch
}
