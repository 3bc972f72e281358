import CadreContract
import CadrePlanning
import CadreRuntime
import Logging

/// The actor of one mission. It performs what `MissionState` decides; planning happens on the planning threads, with a
/// value of the state.
actor MissionPlanner {
    private let dependencies: Dependencies
    private let logger: Logger
    private var state: MissionState
    /// The plan in progress, and the computations that follow the last one.
    private var planning: Task<Void, Never>?
    private var following: Task<Void, Never>?
    /// The cancellation of the ranges and gaps in progress.
    private var rangesAndGaps = Cancellation()
    private var questions: [Int: CheckedContinuation<Void, Never>] = [:]
    private var lastQuestion = 0

    init(_ documents: CurrentDocuments, _ dependencies: Dependencies) {
        state = MissionState(documents, node: dependencies.settings.node)
        self.dependencies = dependencies
        var logger = dependencies.logger
        logger[metadataKey: "mission"] = "\(documents.mission)"
        self.logger = logger
    }

    /// Starts a plan of the restored documents.
    func planRestored() async { await handle(.restored) }

    /// Joins accepted events, in the order of the journal, and starts a plan that covers them.
    func join(_ events: [JoiningEvent]) async { await handle(.joined(events)) }

    private func handle(_ event: MissionState.Event) async {
        for action in state.handle(event) { await perform(action) }
    }

    private func perform(_ action: MissionState.Action) async {
        switch action {
        case .plan(let documents, let previous): planning = Task { await plan(documents, after: previous) }
        case .publishPlan(let changed, previous: _):
            let revision = state.plan?.head.revision ?? 0
            logger.debug("planned", metadata: ["revision": "\(revision)", "documents": "\(changed.count)"])
            await dependencies.publisher.publish(changed)
        case .publish(let changed): await dependencies.publisher.publish(changed)
        case .recordPublication(let arrived):
            dependencies.meters.publishSeconds.record(arrived.duration(to: .now).inSeconds)
        case .keep(let weight):
            for mission in dependencies.cache.insert(self, weight: weight) { await mission.handle(.evicted) }
        case .awaitAssigning:
            following = Task { [permits = dependencies.executor.manningPermits] in
                await permits.withPermit { await self.handle(.assigningPermitted) }
            }
        case .awaitRanges:
            following = Task { [permits = dependencies.executor.rangePermits] in
                await permits.withPermit { await self.handle(.rangesPermitted) }
            }
        case .restorePlan(let documents):
            let planned = await dependencies.executor.planned(documents, after: nil, for: .question).plan
            await handle(.planRestored(planned))
        case .assign(let planned, let encoder):
            let manning = await dependencies.executor.assign(planned, encoder: encoder)
            await handle(.assigned(manning))
        case .computeRangesAndGaps(let planned):
            let cancellation = Cancellation()
            rangesAndGaps = cancellation
            let estimates = await dependencies.executor.computeRangesAndGaps(
                planned, samples: dependencies.settings.samples, cancellation)
            await handle(.computed(estimates))
        case .cancelRangesAndGaps: rangesAndGaps.cancel()
        case .resume(let numbers):
            for number in numbers { questions.removeValue(forKey: number)?.resume() }
        }
    }

    private func plan(_ documents: CurrentDocuments, after previous: ComputedPlan?) async {
        let begun = ContinuousClock.now
        let outcome = await dependencies.plan(documents, after: previous)
        dependencies.meters.recomputeSeconds.record(begun.duration(to: .now).inSeconds)
        await handle(.planned(outcome))
    }

    // MARK: Questions

    /// Waits until a plan covers all events joined before the call, or the node stops.
    func settled() async { await wait(for: .plan(revision: state.documents.revision)) }

    private func wait(for need: MissionState.Need) async {
        // Newer state may arrive between the resumption and the next turn of this task.
        while !state.isMet(need) {
            await withCheckedContinuation { continuation in
                lastQuestion += 1
                questions[lastQuestion] = continuation
                state.wait(lastQuestion, for: need)
            }
        }
    }

    /// The journal sequence of the newest event.
    var revision: Int { state.documents.revision }

    /// The current documents.
    var current: CurrentDocuments { state.documents }

    /// Returns the stamp of the current event of an entity, or `nil` if it has none.
    func currentStamp(of key: EntityKey) -> Stamp? { state.documents.current[key]?.stamp }

    /// Returns the newest plan, planned again if it was evicted, or `nil` if no mission is defined or the daemon is
    /// stopping.
    func newestPlanned() async -> PlannedMission? {
        await settled()
        guard let plan = state.plan else { return nil }
        if let planned = plan.planned { return planned }
        let outcome = await dependencies.executor.planned(state.documents, after: nil, for: .question)
        guard let planned = outcome.plan else { return nil }
        await handle(.planAnswered(planned))
        return planned
    }

    /// Returns the newest plan, with the assignments or ranges and gaps if an estimate needs them, or `nil` if no mission
    /// is defined. It covers all events joined before the call.
    func newestPlan(with name: EstimateName) async -> ComputedPlan? {
        await settled()
        switch name.work {
        case .exact: break
        case .manning: await wait(for: .manning)
        case .rangesAndGaps: await wait(for: .rangesAndGaps(name))
        }
        return state.plan
    }

    /// Returns the clock event that is due on a day, in the current generation, or `nil` if none is: the mission was
    /// not `live` when the day began, or its clock was set since.
    func clockDue(on day: Day) -> ClockEvent? { state.documents.clockDue(on: day) }

    /// Returns the time of the current clock event if it is of this node.
    func clockMoved(by node: ID<Node>) -> Instant? {
        state.documents.currentClock.flatMap { $0.stamp.source == node.source ? $0.stamp.time : nil }
    }
}
