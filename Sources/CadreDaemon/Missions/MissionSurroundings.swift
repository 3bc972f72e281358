import CadreContract
import CadrePlanning
import Logging
import Synchronization

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
    let threads: PlanningThreads
    /// One thread for what may follow: it never keeps a plan waiting.
    private let depthThreads = PlanningThreads(count: 1)
    /// One for what is asked.
    private let questionThreads = PlanningThreads(count: 1)
    /// Samples of each range; 0: none.
    let samples: Int
    let meters: NodeMeters
    let logger: Logger
    private let stopped = Atomic<Bool>(false)

    init(
        node: ID<Node>, publisher: Publisher, threads: PlanningThreads, samples: Int, meters: NodeMeters,
        logger: Logger
    ) {
        self.node = node
        self.publisher = publisher
        self.threads = threads
        self.samples = samples
        self.meters = meters
        self.logger = logger
    }

    /// Ends plans under way, and those to come.
    func stop() {
        guard !stopped.exchange(true, ordering: .relaxed) else { return }
        depthThreads.stop()
        questionThreads.stop()
    }

    /// Plans on the planning threads.
    func plan(_ documents: StandingDocuments) async -> PlanOutcome {
        await run(on: threads) { isStopped throws(Superseded) in try ComputedPlan(documents, isStopped: isStopped) }
            .map { $0.map { .planned($0) } ?? .undefined } ?? .stopped
    }

    /// Samples and advice, behind everything that is exact.
    /// - Parameter cancellation: Ends it when newer state has come.
    /// - Returns: `nil` when it was ended.
    func deepen(_ plan: PlannedMission, _ cancellation: Cancellation) async -> ComputedDepth? {
        await run(on: depthThreads) { [samples] isStopped throws(Superseded) in
            try ComputedDepth(plan, samples: samples) { cancellation.isGiven || isStopped() }
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
        on threads: PlanningThreads,
        _ work: @Sendable @escaping (_ isStopped: @Sendable () -> Bool) throws(Superseded) -> Value
    ) async -> Value? {
        await withTaskExecutorPreference(threads) { await compute(work) }
    }

    /// Concurrent, so that it runs where its task prefers.
    @concurrent private func compute<Value: Sendable>(
        _ work: @Sendable (_ isStopped: @Sendable () -> Bool) throws(Superseded) -> Value
    ) async -> Value? {
        guard !stopped.load(ordering: .relaxed) else { return nil }
        do throws(Superseded) {
            return try work { [self] in stopped.load(ordering: .relaxed) }
        } catch {
            return nil
        }
    }
}
