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

/// What all missions share.
final class MissionSurroundings: Sendable {
    let node: ID<Node>
    let publisher: Publisher
    let threads: PlanningThreads
    let meters: NodeMeters
    let logger: Logger
    private let stopped = Atomic<Bool>(false)

    init(node: ID<Node>, publisher: Publisher, threads: PlanningThreads, meters: NodeMeters, logger: Logger) {
        self.node = node
        self.publisher = publisher
        self.threads = threads
        self.meters = meters
        self.logger = logger
    }

    /// Ends plans under way, and those to come.
    func stop() { stopped.store(true, ordering: .relaxed) }

    /// Plans on the planning threads.
    func plan(_ documents: StandingDocuments) async -> PlanOutcome {
        await withTaskExecutorPreference(threads) { await compute(documents) }
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
