import CadreContract
import CadrePlanning
import CadreRuntime
import Logging
import Synchronization
import Threading

/// How planning ended.
enum PlanOutcome: Sendable {
    case planned(ComputedPlan)
    /// There is no `mission.defined` yet.
    case undefined
    /// The daemon is ending.
    case stopped

    var isStopped: Bool {
        switch self {
        case .stopped: true
        case .planned, .undefined: false
        }
    }
}

/// Tells a computation that nobody waits for it any more.
final class Cancellation: Sendable {
    private let given = Atomic<Bool>(false)

    var isGiven: Bool { given.load(ordering: .relaxed) }

    func give() { given.store(true, ordering: .relaxed) }
}

/// What all missions share.
final class MissionSurroundings: Sendable {
    let node: ID<Node>
    let publisher: Publisher
    let threads: ThreadPool
    /// Threads of their own for each thing that may follow: none keeps a plan waiting, nor samples the assignments.
    /// Samples and advice give up their threads as soon as the mission has newer state.
    private let manningThreads: ThreadPool
    private let depthThreads: ThreadPool
    /// A mission's plan waits for these threads nowhere but in its mission, where it may be given up.
    let manningTurns = AsyncSemaphore(permits: 1)
    let depthTurns = AsyncSemaphore(permits: 1)
    /// As many for what is asked as for plans.
    private let questionThreads: ThreadPool
    let shelf: PlanShelf<MissionPlanner>
    /// Samples of each range; 0: none.
    let samples: Int
    private let verification: DaemonConfiguration.Verification
    let meters: NodeMeters
    let logger: Logger
    private let precedence = PlanPrecedence()
    private let stopped = Atomic<Bool>(false)

    init(
        node: ID<Node>, publisher: Publisher, threads: ThreadPool, shelfWeightMax: Int, samples: Int,
        verification: DaemonConfiguration.Verification, meters: NodeMeters, logger: Logger
    ) throws(ThreadingError) {
        manningThreads = try ThreadPool(name: "cadre-manning", count: 1)
        depthThreads = try ThreadPool(name: "cadre-ranges", count: DaemonLimits.plansAtOnce)
        questionThreads = try ThreadPool(name: "cadre-questions", count: DaemonLimits.plansAtOnce)
        self.node = node
        self.publisher = publisher
        self.threads = threads
        shelf = PlanShelf(weightMax: shelfWeightMax)
        self.samples = samples
        self.verification = verification
        self.meters = meters
        self.logger = logger
    }

    /// Ends plans under way, and those to come.
    func stop() {
        guard !stopped.exchange(true, ordering: .relaxed) else { return }
        manningThreads.stop()
        depthThreads.stop()
        questionThreads.stop()
    }

    /// Plans on the planning threads.
    /// - Parameter previous: An earlier plan, to begin with.
    func plan(_ documents: CurrentDocuments, after previous: ComputedPlan?) async -> PlanOutcome {
        guard let planned = await planned(documents, after: previous?.planned, on: threads) else { return .stopped }
        guard let planned else { return .undefined }
        if verification == .full { await verify(planned) }
        let plan = await run(on: threads) { _ throws(Superseded) in ComputedPlan(planned, after: previous) }
        return plan.map { .planned($0) } ?? .stopped
    }

    /// Compares a plan with one from nothing; a difference is an error of Cadre's own, which an operator must report.
    private func verify(_ planned: PlannedMission) async {
        let names = await run(on: threads) { isStopped throws(Superseded) in
            try planned.differencesFromScratch(isStopped: isStopped)
        }
        meters.countVerifiedPlans(differences: names?.count ?? 0)
        guard let names, !names.isEmpty else { return }
        logger.error(
            "plan differs from one from scratch",
            metadata: [
                "mission": "\(planned.documents.mission)", "revision": "\(planned.documents.revision)",
                "estimates": "\(names.joined(separator: ","))",
            ])
    }

    /// Plans what is asked, beside what is to be published.
    /// - Returns: `nil` when it was ended, `.some(nil)` where no mission is defined.
    func tried(_ documents: CurrentDocuments, after previous: PlannedMission?) async -> PlannedMission?? {
        await planned(documents, after: previous, on: questionThreads)
    }

    /// The scenarios side by side: they do not wait for one another.
    private func planned(
        _ documents: CurrentDocuments, after previous: PlannedMission?, on threads: ThreadPool
    ) async -> PlannedMission?? {
        let begun = await run(on: threads) { _ throws(Superseded) -> PlanStart? in
            try PlanStart(documents, defaults: DefaultFactors.all, after: previous)
        }
        guard let begun else { return nil }
        guard let start = begun else { return .some(nil) }
        let steps = await withTaskGroup(of: PlanStep?.self) { group in
            for scenario in Scenario.allCases {
                group.addTask {
                    await self.run(on: threads) { isStopped throws(Superseded) in
                        try start.step(scenario, isStopped: isStopped)
                    }
                }
            }
            return await group.reduce(into: [PlanStep]()) { steps, step in
                if let step { steps.append(step) }
            }
        }
        guard steps.count == Scenario.allCases.count else { return nil }
        return await run(on: threads) { _ throws(Superseded) in try PlannedMission(start, steps) }
    }

    /// Assigns people to groups, behind everything that is published at once.
    /// - Parameter encoder: The encoder of the assignments of an earlier plan.
    /// - Returns: `nil` if it was ended.
    func assign(_ plan: PlannedMission, encoder: EstimateEncoder) async -> ComputedManning? {
        await runBehindPlans(on: manningThreads) { isStopped async throws(Superseded) in
            try ComputedManning(plan, encoder: encoder, isStopped: isStopped)
        }
    }

    /// Samples and advice, behind everything that is exact.
    /// - Parameter cancellation: Ends it when newer state has come.
    /// - Returns: `nil` when it was ended.
    func deepen(_ plan: PlannedMission, _ cancellation: Cancellation) async -> [EncodedEstimate]? {
        await runBehindPlans(on: depthThreads) { [samples] isStopped async throws(Superseded) in
            try await plan.depthSideBySide([.range, .gaps], samples: samples) { cancellation.isGiven || isStopped() }
        }
    }

    /// Computes what is asked of a plan, in turn.
    /// - Parameter work: Gets what tells it that the daemon is ending.
    /// - Returns: `nil` when it was ended.
    func run<Value: Sendable>(
        _ work: @Sendable @escaping (_ isStopped: @Sendable () -> Bool) throws(Superseded) -> Value
    ) async -> Value? {
        await run(on: questionThreads, work)
    }

    private func run<Value: Sendable>(
        on threads: ThreadPool,
        _ work: @Sendable @escaping (_ isStopped: @Sendable () -> Bool) throws(Superseded) -> Value
    ) async -> Value? {
        await withTaskExecutorPreference(threads) {
            await compute { isStopped throws(Superseded) in
                precedence.begin()
                defer { precedence.end() }
                return try work(isStopped)
            }
        }
    }

    /// Computes what pauses while plans and questions are under way.
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

    /// Concurrent, so that it runs where its task prefers.
    @concurrent private func compute<Value: Sendable>(
        _ work: @Sendable (_ isStopped: @Sendable @escaping () -> Bool) async throws(Superseded) -> Value
    ) async -> Value? {
        guard !stopped.load(ordering: .relaxed) else { return nil }
        do throws(Superseded) {
            return try await work { [self] in stopped.load(ordering: .relaxed) }
        } catch {
            return nil
        }
    }
}
