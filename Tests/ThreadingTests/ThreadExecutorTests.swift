import Glibc
import Synchronization
import Testing

import Threading

/// Counts, and notes the threads it ran on.
private actor Worker {
    private let thread: ThreadExecutor<WakeUpLoop>
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    private var count = 0
    private(set) var threads: Set<pthread_t> = []

    init() throws { thread = try ThreadExecutor(name: "cadre-test") }
    deinit { thread.stop() }

    func stop() async {
        thread.stop()
        await thread.waitUntilStopped()
    }

    func step() -> Int {
        preconditionIsolated()
        count += 1
        threads.insert(pthread_self())
        return count
    }
}

@Suite struct ThreadExecutorTests {
    @Test func everythingRunsOneAfterTheOtherOnOneThread() async throws {
        let worker = try Worker()
        let counts = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<1_000 { group.addTask { await worker.step() } }
            return await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(counts == Set(1...1_000))
        #expect(await worker.threads.count == 1)
    }

    @Test func aStoppedThreadEndsAndLetsGoOfItself() async throws {
        // Only the thread itself keeps it; if it never ended, this test would not end either.
        let watch = try stoppedThread()
        while watch.isAlive { await Task.yield() }
    }

    @Test("an actor that outlives its executor's loop still runs its jobs, one after the other")
    func jobsAfterTheEnd() async throws {
        let worker = try Worker()
        _ = await worker.step()
        await worker.stop()
        let counts = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<100 { group.addTask { await worker.step() } }
            return await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(counts == Set(2...101))
    }

    @Test("the loop is closed once, before the wait for the end returns")
    func loop() async throws {
        let log = Mutex<[String]>([])
        let executor = try ThreadExecutor(name: "cadre-test") {
            LoggingLoop($0) { line in log.withLock { $0.append(line) } }
        }
        executor.stop()
        await executor.waitUntilStopped()
        await executor.waitUntilStopped()
        #expect(log.withLock { $0.filter { $0 == "close" } } == ["close"])
        #expect(log.withLock { $0.last } == "close")
    }

    @Test("a loop that ends by itself is closed, and stopping it later returns")
    func endingLoop() async throws {
        let executor = try ThreadExecutor(name: "cadre-test") { _ in EndingLoop() }
        await executor.waitUntilStopped()
        executor.stop()
        await executor.waitUntilStopped()
    }
}

/// Sees whether a thread is still there, without keeping it.
private final class Watch: Sendable {
    private struct Reference {
        weak var thread: ThreadExecutor<WakeUpLoop>?
    }

    private let reference: Mutex<Reference>

    init(on thread: ThreadExecutor<WakeUpLoop>) { reference = Mutex(Reference(thread: thread)) }

    var isAlive: Bool { reference.withLock { $0.thread != nil } }
}

private func stoppedThread() throws -> Watch {
    let thread: ThreadExecutor<WakeUpLoop> = try ThreadExecutor(name: "cadre-test")
    let watch = Watch(on: thread)
    thread.stop()
    return watch
}

private final class LoggingLoop: ThreadLoop {
    private let wakeUp: WakeUp
    private let log: @Sendable (String) -> Void

    init(_ wakeUp: WakeUp, log: @escaping @Sendable (String) -> Void) {
        self.wakeUp = wakeUp
        self.log = log
    }

    func turn(mayWait: Bool) -> Bool {
        log("turn")
        if mayWait { wakeUp.wait() }
        return true
    }

    func close() { log("close") }
}

private final class EndingLoop: ThreadLoop {
    func turn(mayWait: Bool) -> Bool { false }
    func close() {}
}
