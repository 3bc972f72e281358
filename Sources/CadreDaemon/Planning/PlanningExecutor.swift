import CadreContract
import CadrePlanning
import CadreRuntime
import Synchronization
import Threading

/// The threads of planning, and the precedence of the computations on them.
///
/// Plans and questions have as many threads each as plans may run at the same time. Assignments, and ranges and gaps,
/// have further threads: none of them delays a plan, nor ranges the assignments. They pause while plans and questions
/// are in progress.
final class PlanningExecutor: Sendable {
    /// The purpose of a computation that has precedence.
    enum Purpose {
        /// A plan to be published.
        case plan
        /// An answer on `control`.
        case question
    }

    /// The permits of the computations that follow plans. A mission waits for one in a task, where newer state can end
    /// the wait, and not in the queue of a thread.
    let manningPermits = AsyncSemaphore(permits: 1)
    let rangePermits = AsyncSemaphore(permits: 1)

    private let planThreads: ThreadPool
    private let questionThreads: ThreadPool
    private let manningThreads: ThreadPool
    private let rangeThreads: ThreadPool
    private let precedence = PlanPrecedence()
    private let isStopped = Atomic<Bool>(false)

    /// Starts the threads.
    init() throws(ThreadingError) {
        planThreads = try ThreadPool(name: "cadre-plans", count: DaemonLimits.plansAtOnce)
        questionThreads = try ThreadPool(name: "cadre-questions", count: DaemonLimits.plansAtOnce)
        manningThreads = try ThreadPool(name: "cadre-manning", count: 1)
        rangeThreads = try ThreadPool(name: "cadre-ranges", count: DaemonLimits.plansAtOnce)
    }

    /// Ends the computations in progress, and those to come.
    func stop() {
        guard !isStopped.exchange(true, ordering: .relaxed) else { return }
        for threads in [planThreads, questionThreads, manningThreads, rangeThreads] { threads.stop() }
    }

    /// Plans a state of a mission. The scenarios are planned side by side.
    /// - Parameter previous: An earlier plan to start from.
    func planned(
        _ documents: CurrentDocuments, after previous: PlannedMission?, for purpose: Purpose
    ) async -> PlanOutcome<PlannedMission> {
        let begun = await run(for: purpose) { _ throws(Superseded) -> PlanOutcome<PlanStart> in
            let start = try PlanStart(documents, defaults: DefaultFactors.all, after: previous)
            return start.map { .planned($0) } ?? .undefined
        }
        let start: PlanStart
        switch begun {
        case .planned(let begun): start = begun
        case .undefined: return .undefined
        case .stopped, nil: return .stopped
        }
        let steps = await withTaskGroup(of: PlanStep?.self) { group in
            for scenario in Scenario.allCases {
                group.addTask {
                    await self.run(for: purpose) { isStopped throws(Superseded) in
                        try start.step(scenario, isStopped: isStopped)
                    }
                }
            }
            return await group.reduce(into: [PlanStep]()) { steps, step in
                if let step { steps.append(step) }
            }
        }
        guard steps.count == Scenario.allCases.count else { return .stopped }
        let planned = await run(for: purpose) { _ throws(Superseded) in try PlannedMission(start, steps) }
        return planned.map { .planned($0) } ?? .stopped
    }

    /// Computes with precedence over the assignments, ranges and gaps.
    /// - Parameter work: Gets a function that returns whether the daemon is stopping.
    /// - Returns: `nil` if the daemon is stopping.
    func run<Value: Sendable>(
        for purpose: Purpose,
        _ work: @Sendable @escaping (_ isStopped: @Sendable () -> Bool) throws(Superseded) -> Value
    ) async -> Value? {
        let threads =
            switch purpose {
            case .plan: planThreads
            case .question: questionThreads
            }
        return await withTaskExecutorPreference(threads) {
            await compute { isStopped throws(Superseded) in
                precedence.begin()
                defer { precedence.end() }
                return try work(isStopped)
            }
        }
    }

    /// Assigns people to groups.
    /// - Parameter encoder: The encoder of the assignments of an earlier plan.
    /// - Returns: `nil` if the daemon is stopping.
    func assign(_ plan: PlannedMission, encoder: EstimateEncoder) async -> ComputedManning? {
        await runBehindPlans(on: manningThreads) { isStopped async throws(Superseded) in
            try ComputedManning(plan, encoder: encoder, isStopped: isStopped)
        }
    }

    /// Computes samples, shortfalls and advice.
    /// - Parameters:
    ///   - samples: The number of samples of each range; 0 for none.
    ///   - cancellation: Ends the computation when newer state arrives.
    /// - Returns: `nil` if it was ended.
    func computeRangesAndGaps(
        _ plan: PlannedMission, samples: Int, _ cancellation: Cancellation
    ) async -> [EncodedEstimate]? {
        await runBehindPlans(on: rangeThreads) { isStopped async throws(Superseded) in
            try await plan.rangesAndGapsSideBySide([.range, .gaps], samples: samples) {
                cancellation.isCancelled || isStopped()
            }
        }
    }

    /// Computes with pauses while plans and questions are in progress.
    private func runBehindPlans<Value: Sendable>(
        on threads: ThreadPool,
        _ work: @Sendable @escaping (_ isStopped: @Sendable @escaping () -> Bool) async throws(Superseded) -> Value
    ) async -> Value? {
        let pauses = precedence.pauses()
        return await withTaskExecutorPreference(threads) {
            await compute { isStopped async throws(Superseded) in
                try await work {
                    pauses.pauseIfNeeded()
                    return isStopped()
                }
            }
        }
    }

    /// Concurrent, so that it runs on the executor that its task prefers.
    @concurrent private func compute<Value: Sendable>(
        _ work: @Sendable (_ isStopped: @Sendable @escaping () -> Bool) async throws(Superseded) -> Value
    ) async -> Value? {
        guard !isStopped.load(ordering: .relaxed) else { return nil }
        do throws(Superseded) {
            return try await work { [self] in isStopped.load(ordering: .relaxed) }
        } catch {
            return nil
        }
    }
}
