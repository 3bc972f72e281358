import CadreContract
import CadrePlanning
import CadreRuntime
import Logging

/// One mission: its current documents, the newest plan of them, and the estimates published. It orders; planning happens
/// on the planning threads, with a value of the state, at most once at a time.
actor MissionPlanner {
    private let dependencies: Dependencies
    private let logger: Logger
    private var documents: CurrentDocuments
    private var plan: ComputedPlan?
    private var published: PublishedPlan
    /// Encodes the assignments of the next plan. It keeps the figures of the last one, and is dropped with the plan.
    private var manningEncoder = EstimateEncoder()
    private var planning: Task<Void, Never>?
    /// The cancellation of the ranges and gaps in progress, or `nil` if there are none.
    private var rangesAndGaps: Cancellation?
    /// Whether assignments, ranges and gaps are in progress or wait for a permit, and whether newer state arrived
    /// meanwhile.
    private var isFollowing = false
    private var followsAgain = false
    private var manningWaiters: [CheckedContinuation<Void, Never>] = []
    private var rangeWaiters: [CheckedContinuation<Void, Never>] = []
    /// Whether the state changed since the plan in progress began.
    private var isBehind = false
    /// The arrival of the oldest event that no published plan covers.
    private var oldestArrival: ContinuousClock.Instant?
    /// The revision that the newest plan covers, or the newest attempt if no mission is defined.
    private var covered = 0
    private var waiters: [(revision: Int, continuation: CheckedContinuation<Void, Never>)] = []

    init(_ documents: CurrentDocuments, _ dependencies: Dependencies) {
        self.documents = documents
        published = PublishedPlan(restored: documents.revision)
        self.dependencies = dependencies
        var logger = dependencies.logger
        logger[metadataKey: "mission"] = "\(documents.mission)"
        self.logger = logger
    }

    /// Joins accepted events, in the order of the journal, and starts a plan that covers them.
    func join(_ events: [JoiningEvent]) {
        for joining in events { documents.join(joining.event, sequence: joining.sequence) }
        if oldestArrival == nil { oldestArrival = events.first?.arrived }
        planSoon()
    }

    /// Starts a plan, now or after the one in progress. That one is not restarted: a steady stream of events would keep it
    /// from ever being published.
    func planSoon() {
        guard planning == nil else {
            isBehind = true
            return
        }
        isBehind = false
        rangesAndGaps?.cancel()
        let arrived = oldestArrival
        oldestArrival = nil
        planning = Task { [dependencies, documents, plan] in
            let begun = ContinuousClock.now
            let outcome = await dependencies.plan(documents, after: plan)
            dependencies.meters.recomputeSeconds.record(begun.duration(to: .now).inSeconds)
            await apply(outcome, of: documents.revision, arrived: arrived)
        }
    }

    private func apply(_ outcome: PlanOutcome, of revision: Int, arrived: ContinuousClock.Instant?) async {
        if case .planned(let plan) = outcome {
            let changed = published.apply(plan, node: dependencies.settings.node)
            logger.debug(
                "planned", metadata: ["revision": "\(plan.head.revision)", "documents": "\(changed.count)"])
            await dependencies.publisher.publish(changed)
            // Only now: releasing the previous plan takes as long as publishing this one.
            self.plan = plan
            await keep(plan)
            if let arrived, !changed.isEmpty {
                dependencies.meters.publishSeconds.record(arrived.duration(to: .now).inSeconds)
            }
        }
        planning = nil
        covered = revision
        let ready = waiters.filter { $0.revision <= revision || outcome.isStopped }
        waiters.removeAll { $0.revision <= revision || outcome.isStopped }
        for waiter in ready { waiter.continuation.resume() }
        if isBehind, !outcome.isStopped {
            planSoon()
        } else if case .planned = outcome {
            follow()
        } else if !isFollowing {
            endFollowing()
        }
    }

    /// Keeps the plan as the start of the next one, and evicts others if memory is short.
    private func keep(_ plan: ComputedPlan) async {
        for mission in dependencies.cache.insert(self, weight: plan.weight) { await mission.evictPlan() }
    }

    /// Drops the plan, but not its estimates.
    private func evictPlan() {
        plan?.dropPlan()
        manningEncoder = EstimateEncoder()
    }

    /// Starts the assignments, then the ranges and gaps, one mission at a time. Newer state ends the ranges, but waits for
    /// the assignments: a steady stream of events would otherwise keep them unpublished.
    private func follow() {
        guard !isFollowing else {
            followsAgain = true
            return
        }
        isFollowing = true
        Task { [dependencies] in
            repeat {
                followsAgain = false
                await dependencies.executor.manningPermits.withPermit { await self.assignNewest() }
                if !followsAgain {
                    await dependencies.executor.rangePermits.withPermit { await self.computeNewestRangesAndGaps() }
                }
            } while followsAgain
            isFollowing = false
            // Newer state continues this when it is planned; the waiting tasks wait for that.
            if planning == nil { endFollowing() }
        }
    }

    private func assignNewest() async {
        followsAgain = false
        guard let planned = await planToFollow(),
            let manning = await dependencies.executor.assign(planned, encoder: manningEncoder)
        else { return }
        if plan?.planned != nil { manningEncoder = manning.encoder }
        if plan?.head.revision == manning.head.revision {
            plan?.apply(manning)
            resumeManningWaiters()
        }
        await publish(manning.estimates, manning.head)
    }

    private func computeNewestRangesAndGaps() async {
        // If newer state is being planned, nothing would end a computation that began now; that plan continues instead.
        guard !followsAgain, let planned = await planToFollow(), planning == nil,
            plan?.head.revision == planned.documents.revision
        else { return }
        let cancellation = Cancellation()
        rangesAndGaps = cancellation
        let estimates = await dependencies.executor.computeRangesAndGaps(
            planned, samples: dependencies.settings.samples, cancellation)
        rangesAndGaps = nil
        guard let estimates, !cancellation.isCancelled else { return }
        plan?.apply(estimates)
        await publish(estimates, planned.estimates.head)
    }

    /// Returns the newest plan, planned again if it was evicted, or `nil` if newer state is being planned.
    private func planToFollow() async -> PlannedMission? {
        if let planned = plan?.planned { return planned }
        guard planning == nil,
            let planned = await dependencies.executor.planned(documents, after: nil, for: .question) ?? nil,
            plan?.head.revision == planned.documents.revision
        else { return nil }
        return planned
    }

    private func publish(_ estimates: [EncodedEstimate], _ head: EstimateHead) async {
        await dependencies.publisher.publish(published.apply(estimates, head, node: dependencies.settings.node))
    }

    private func endFollowing() {
        resumeManningWaiters()
        for waiter in rangeWaiters { waiter.resume() }
        rangeWaiters = []
    }

    private func resumeManningWaiters() {
        for waiter in manningWaiters { waiter.resume() }
        manningWaiters = []
    }

    /// Waits until a plan covers all events joined before the call, or the node stops.
    func settled() async {
        guard covered < documents.revision, planning != nil else { return }
        await withCheckedContinuation { waiters.append((documents.revision, $0)) }
    }

    // MARK: Questions

    /// The journal sequence of the newest event.
    var revision: Int { documents.revision }

    /// The current documents.
    var current: CurrentDocuments { documents }

    /// Returns the stamp of the current event of an entity, or `nil` if there is none.
    func currentStamp(of key: EntityKey) -> Stamp? { documents.current[key]?.stamp }

    /// Returns the newest plan, planned again if it was evicted, or `nil` if no mission is defined or the daemon is
    /// stopping.
    func newestPlanned() async -> PlannedMission? {
        await settled()
        guard let plan else { return nil }
        if let planned = plan.planned { return planned }
        let planned = await dependencies.executor.planned(documents, after: nil, for: .question) ?? nil
        if let planned, self.plan?.head.revision == planned.documents.revision {
            self.plan?.planned = planned
            await keep(plan)
        }
        return planned
    }

    /// Returns the newest plan, with the assignments or ranges and gaps if an estimate needs them, or `nil` if no mission
    /// is defined. It covers all events joined before the call.
    func newestPlan(with name: EstimateName) async -> ComputedPlan? {
        await settled()
        switch name.work {
        case .exact: break
        case .manning:
            while plan?.hasManning != true, isFollowing || planning != nil {
                await withCheckedContinuation { manningWaiters.append($0) }
            }
        case .rangesAndGaps:
            while plan?[name] == nil, isFollowing || planning != nil {
                await withCheckedContinuation { rangeWaiters.append($0) }
            }
        }
        return plan
    }

    /// Returns the clock event that is due on a day, in the current generation, or `nil` if none is: the mission was
    /// not `live` when the day began, or its clock was set since.
    func clockDue(on day: Day) -> ClockEvent? { documents.clockDue(on: day) }

    /// Returns the time of the current clock event if it is of this node.
    func clockMoved(by node: ID<Node>) -> Instant? {
        documents.currentClock.flatMap { $0.stamp.source == node.source ? $0.stamp.time : nil }
    }
}

extension CurrentDocuments {
    /// The current clock event, and its generation.
    fileprivate var currentClock: (stamp: Stamp, generation: Int)? {
        guard let clock = current[EntityKey(.clock, "")], case .clock(let advance) = clock.document else { return nil }
        return (clock.stamp, advance.generation)
    }

    /// Returns the clock event that is due on a day, or `nil`. Source: CONTRACT § 2, `clock.advanced`.
    func clockDue(on day: Day) -> ClockEvent? {
        let clock = currentClock
        let due = ClockEvent(mission: mission, day: day, generation: clock?.generation ?? 0)
        guard let defined = current[EntityKey(.mission, mission.text)],
            case .mission(_, let document) = defined.document, document.clock == .live, defined.stamp.time < due.time
        else { return nil }
        if let clock, !(clock.stamp.time < due.time) { return nil }
        return due
    }
}
