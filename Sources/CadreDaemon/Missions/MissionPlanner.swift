import CadreContract
import CadrePlanning
import Logging

/// One mission: what stands, the newest plan of it, and what of that was published. It orders; planning happens on the
/// planning threads, with a value of the state, at most once at a time.
actor MissionPlanner {
    private let surroundings: MissionSurroundings
    private let logger: Logger
    private var documents: CurrentDocuments
    private var plan: ComputedPlan?
    private var published: PublishedPlan
    /// Encodes the assignments of the next plan. It keeps the figures of the last one, and is dropped with the plan.
    private var manningEncoder = EstimateEncoder()
    private var planning: Task<Void, Never>?
    /// Ends the samples and advice under way; `nil`: there are none.
    private var deepening: Cancellation?
    /// Whether assignments, samples and advice are under way or wait for their turn, and whether newer state came
    /// meanwhile.
    private var isFollowing = false
    private var followsAgain = false
    private var manningWaiters: [CheckedContinuation<Void, Never>] = []
    private var depthWaiters: [CheckedContinuation<Void, Never>] = []
    /// Whether the state moved since the plan under way began.
    private var isBehind = false
    /// When the oldest event came that no published plan covers.
    private var oldestArrival: ContinuousClock.Instant?
    /// The revision that the newest plan covers, or the newest attempt where no mission is defined.
    private var covered = 0
    private var waiters: [(revision: Int, continuation: CheckedContinuation<Void, Never>)] = []

    init(_ documents: CurrentDocuments, in surroundings: MissionSurroundings) {
        self.documents = documents
        published = PublishedPlan(restored: documents.revision)
        self.surroundings = surroundings
        var logger = surroundings.logger
        logger[metadataKey: "mission"] = "\(documents.mission)"
        self.logger = logger
    }

    /// Joins accepted events, in the order of the journal, and sees to it that a plan covers them soon.
    func join(_ events: [JoiningEvent]) {
        for joining in events { documents.join(joining.event, sequence: joining.sequence) }
        if oldestArrival == nil { oldestArrival = events.first?.arrived }
        planSoon()
    }

    /// Begins a plan, or has one begun after the one under way: that is not restarted, or a steady stream of events
    /// would keep it from ever being published.
    func planSoon() {
        guard planning == nil else {
            isBehind = true
            return
        }
        isBehind = false
        deepening?.give()
        let arrived = oldestArrival
        oldestArrival = nil
        planning = Task { [surroundings, documents, plan] in
            let begun = ContinuousClock.now
            let outcome = await surroundings.plan(documents, after: plan)
            surroundings.meters.recomputeSeconds.record(begun.duration(to: .now).seconds)
            await take(outcome, of: documents.revision, arrived: arrived)
        }
    }

    private func take(_ outcome: PlanOutcome, of revision: Int, arrived: ContinuousClock.Instant?) async {
        if case .planned(let plan) = outcome {
            let changed = published.take(plan, node: surroundings.node)
            logger.debug(
                "planned", metadata: ["revision": "\(plan.head.revision)", "documents": "\(changed.count)"])
            await surroundings.publisher.publish(changed)
            // Only now: to give up the plan before takes as long as to publish this one.
            self.plan = plan
            await shelve(plan)
            if let arrived, !changed.isEmpty {
                surroundings.meters.publishSeconds.record(arrived.duration(to: .now).seconds)
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

    /// Keeps the plan for the next one to begin with, and has others give up theirs where memory is short.
    private func shelve(_ plan: ComputedPlan) async {
        for mission in surroundings.shelf.put(self, weight: plan.weight) { await mission.giveUpPlan() }
    }

    /// Its estimates stay.
    private func giveUpPlan() {
        plan?.dropPlan()
        manningEncoder = EstimateEncoder()
    }

    /// Assignments, then samples and advice follow what is exact, each in its turn among all missions. Newer state ends
    /// the samples, but waits for the assignments: a steady stream of events would otherwise keep them unpublished.
    private func follow() {
        guard !isFollowing else {
            followsAgain = true
            return
        }
        isFollowing = true
        Task { [surroundings] in
            repeat {
                followsAgain = false
                await surroundings.manningTurns.take { await self.assignNewest() }
                if !followsAgain { await surroundings.depthTurns.take { await self.deepenNewest() } }
            } while followsAgain
            isFollowing = false
            // Newer state is followed when it is planned, and whoever waits waits for that.
            if planning == nil { endFollowing() }
        }
    }

    private func assignNewest() async {
        followsAgain = false
        guard let planned = await planToFollow(),
            let manning = await surroundings.assign(planned, encoder: manningEncoder)
        else { return }
        if plan?.planned != nil { manningEncoder = manning.encoder }
        if plan?.head.revision == manning.head.revision {
            plan?.take(manning)
            resumeManningWaiters()
        }
        await publish(manning.estimates, manning.head)
    }

    private func deepenNewest() async {
        // Where newer state is being planned already, nobody would end what is begun now: that is followed instead.
        guard !followsAgain, let planned = await planToFollow(), planning == nil,
            plan?.head.revision == planned.documents.revision
        else { return }
        let cancellation = Cancellation()
        deepening = cancellation
        let depth = await surroundings.deepen(planned, cancellation)
        deepening = nil
        guard let depth, !cancellation.isGiven else { return }
        plan?.take(depth)
        await publish(depth, planned.estimates.head)
    }

    /// The newest plan, made anew where it was given up; `nil` where newer state is being planned: that is followed then.
    private func planToFollow() async -> PlannedMission? {
        if let planned = plan?.planned { return planned }
        guard planning == nil, let planned = await surroundings.tried(documents, after: nil) ?? nil,
            plan?.head.revision == planned.documents.revision
        else { return nil }
        return planned
    }

    private func publish(_ estimates: [EncodedEstimate], _ head: EstimateHead) async {
        await surroundings.publisher.publish(published.take(estimates, head, node: surroundings.node))
    }

    private func endFollowing() {
        resumeManningWaiters()
        for waiter in depthWaiters { waiter.resume() }
        depthWaiters = []
    }

    private func resumeManningWaiters() {
        for waiter in manningWaiters { waiter.resume() }
        manningWaiters = []
    }

    /// Waits until a plan covers all events that were joined before, whatever comes meanwhile; or the node stops.
    func settled() async {
        guard covered < documents.revision, planning != nil else { return }
        await withCheckedContinuation { waiters.append((documents.revision, $0)) }
    }

    // MARK: Asked for

    /// Journal sequence of the newest event.
    var revision: Int { documents.revision }

    /// The documents that stand.
    var current: CurrentDocuments { documents }

    /// Returns the stamp of the current event of an entity, or `nil` if there is none.
    func currentStamp(of key: EntityKey) -> Stamp? { documents.current[key]?.stamp }

    /// What the newest plan's estimates were read off, planned anew where it was given up; `nil` where no mission is
    /// defined, or the daemon is ending.
    func newestPlanned() async -> PlannedMission? {
        await settled()
        guard let plan else { return nil }
        if let planned = plan.planned { return planned }
        let planned = await surroundings.tried(documents, after: nil) ?? nil
        if let planned, self.plan?.head.revision == planned.documents.revision {
            self.plan?.planned = planned
            await shelve(plan)
        }
        return planned
    }

    /// The newest plan, covering all that was joined, with what follows it as far as an estimate needs that; `nil` where
    /// no mission is defined.
    func newestPlan(with name: EstimateName) async -> ComputedPlan? {
        await settled()
        switch name.work {
        case .exact: break
        case .manning:
            while plan?.hasManning != true, isFollowing || planning != nil {
                await withCheckedContinuation { manningWaiters.append($0) }
            }
        case .deep:
            while plan?[name] == nil, isFollowing || planning != nil {
                await withCheckedContinuation { depthWaiters.append($0) }
            }
        }
        return plan
    }

    /// Returns the clock event that is due on a day, in the generation that stands, or `nil` if none is: the mission was
    /// not `live` when the day began, or its clock was set since.
    func clockDue(on day: Day) -> ClockEvent? { documents.clockDue(on: day) }

    /// Returns the time of the current clock event if it is of this node.
    func clockMoved(by node: ID<Node>) -> Instant? {
        documents.currentClock.flatMap { $0.stamp.source == node.source ? $0.stamp.time : nil }
    }
}

extension CurrentDocuments {
    /// The clock event that stands, and its generation.
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
