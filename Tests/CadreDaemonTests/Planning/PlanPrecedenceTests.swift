import Glibc
import Synchronization
import Testing
import Threading

@testable import CadreDaemon

/// Tests that work after a plan pauses while plans are in progress, but never indefinitely.
@Suite struct PlanPrecedenceTests {
    /// Work on a separate thread, because a pause blocks it.
    private final class Worker: Sendable {
        private let threads: ThreadPool
        private let task: Task<Void, Never>

        init(_ precedence: PlanPrecedence) throws {
            let threads = try ThreadPool(name: "test-pool", count: 1)
            self.threads = threads
            let pauses = precedence.pauses()
            let (turns, isOver) = (Shared(), Shared())
            counted = turns
            ended = isOver
            task = Task(executorPreference: threads) {
                while isOver.value == 0 {
                    pauses.pauseIfNeeded()
                    turns.add()
                    usleep(200)
                }
            }
        }

        private let counted: Shared
        private let ended: Shared

        var count: Int { counted.value }

        func stop() async {
            ended.add()
            await task.value
            threads.stop()
        }
    }

    private final class Shared: Sendable {
        private let number = Atomic<Int>(0)
        var value: Int { number.load(ordering: .relaxed) }
        func add() { number.add(1, ordering: .relaxed) }
    }

    @Test("work continues when no plan is in progress, and again after a plan")
    func resumes() async throws {
        let precedence = PlanPrecedence()
        let worker = try Worker(precedence)
        while worker.count < 10 { try await Task.sleep(for: .milliseconds(1)) }
        precedence.begin()
        precedence.end()
        let before = worker.count
        while worker.count < before + 10 { try await Task.sleep(for: .milliseconds(1)) }
        await worker.stop()
    }

    @Test("work continues during a plan that never ends")
    func neverStarves() async throws {
        let precedence = PlanPrecedence()
        precedence.begin()
        let worker = try Worker(precedence)
        while worker.count < 20 { try await Task.sleep(for: .milliseconds(1)) }
        await worker.stop()
    }

    @Test("a pause lasts as long as a plan, up to its bound, and time to work follows")
    func pauses() {
        let precedence = PlanPrecedence()
        let pauses = precedence.pauses()
        func pause() -> Duration { ContinuousClock().measure { pauses.pauseIfNeeded() } }
        precedence.begin()
        #expect(pause() >= PlanPrecedence.pauseMax)
        var shorter = 0
        while pause() < PlanPrecedence.pauseMax { shorter += 1 }
        #expect(shorter > 0)
    }

    @Test("a pause ends with the last plan")
    func ends() async throws {
        let precedence = PlanPrecedence()
        precedence.begin()
        precedence.begin()
        let pauses = precedence.pauses()
        let paused = Shared()
        let threads = try ThreadPool(name: "test-pool", count: 1)
        let task = Task(executorPreference: threads) {
            pauses.pauseIfNeeded()
            paused.add()
        }
        precedence.end()
        precedence.end()
        await task.value
        #expect(paused.value == 1)
        threads.stop()
    }
}
