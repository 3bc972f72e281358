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
    }

    /// Plans on the planning threads.
    func plan(_ documents: StandingDocuments) async -> PlanOutcome {
        await withTaskExecutorPreference(threads) { await compute(documents) }
    }

    /// Samples and advice, behind everything that is exact.
    /// - Parameter cancellation: Ends it when newer state has come.
    /// - Returns: `nil` when it was ended, or no mission is defined.
    func deepen(_ documents: StandingDocuments, _ cancellation: Cancellation) async -> ComputedDepth? {
        await withTaskExecutorPreference(depthThreads) { await computeDepth(documents, cancellation) }
    }

    @concurrent private func computeDepth(
        _ documents: StandingDocuments, _ cancellation: Cancellation
    ) async -> ComputedDepth? {
        do throws(Superseded) {
            return try ComputedDepth(documents, samples: samples) { [self] in
                cancellation.isGiven || stopped.load(ordering: .relaxed)
            }
        } catch {
            return nil
        }
    }

    /// Concurrent, so that it runs where its task prefers.
    @concurrent private func compute(_ documents: StandingDocuments) async -> PlanOutcome {
        do throws(Superseded) {
            guard !stopped.load(ordering: .relaxed) else { return .stopped }
            let plan = try ComputedPlan(documents) { [self] in stopped.load(ordering: .relaxed) }
            return plan.map { .planned($0) } ?? .undefined
        } catch {
            return .stopped
        }
    }
}
