import Glibc
import Synchronization
import Testing
import Threading

@Suite(.timeLimit(.minutes(1)))
struct ThreadPoolTests {
    @Test("every job runs, on at most as many threads as the pool has")
    func jobs() async throws {
        let pool = try ThreadPool(name: "test-pool", count: 2)
        let threads = await withTaskGroup(of: UInt.self) { group in
            for _ in 0..<500 { group.addTask(executorPreference: pool) { Self.thread } }
            return await group.reduce(into: [UInt]()) { $0.append($1) }
        }
        #expect(threads.count == 500)
        #expect(Set(threads).count <= 2)
        pool.stop()
    }

    @Test("one thread that blocks does not hold up the jobs of the others")
    func sideBySide() async throws {
        let pool = try ThreadPool(name: "test-pool", count: 2)
        // Both run at the same time, or neither ends.
        let arrived = Arrivals()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<2 {
                group.addTask(executorPreference: pool) {
                    arrived.add()
                    while arrived.count < 2 { usleep(100) }
                }
            }
        }
        #expect(arrived.count == 2)
        pool.stop()
    }

    @Test("stopped threads end after their jobs, and let go of the pool")
    func stopping() async throws {
        let watch = try await stoppedPool()
        while watch.isAlive { await Task.yield() }
    }

    @Test("a job that arrives after the end still runs")
    func late() async throws {
        let pool = try ThreadPool(name: "test-pool", count: 2)
        pool.stop()
        for _ in 0..<100 { await Task(executorPreference: pool) {}.value }
    }

    private static var thread: UInt { UInt(pthread_self()) }

    private func stoppedPool() async throws -> PoolWatch {
        let pool = try ThreadPool(name: "test-pool", count: 3)
        await Task(executorPreference: pool) {}.value
        pool.stop()
        return PoolWatch(pool)
    }
}

private final class Arrivals: Sendable {
    private let number = Atomic<Int>(0)
    var count: Int { number.load(ordering: .sequentiallyConsistent) }
    func add() { number.add(1, ordering: .sequentiallyConsistent) }
}

/// Sees whether a pool still exists, without keeping it.
private final class PoolWatch: Sendable {
    private struct Reference {
        weak var pool: ThreadPool?
    }

    private let reference: Mutex<Reference>

    init(_ pool: ThreadPool) { reference = Mutex(Reference(pool: pool)) }

    var isAlive: Bool { reference.withLock { $0.pool != nil } }
}
