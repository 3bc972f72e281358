import CadreContract
import CadrePlanning

/// One mission: its current documents, the newest plan, and the computations that follow it. Decides the next
/// computations and publications, and when questions can be answered. Performs no I/O. Source: ARCHITECTURE § 4.
///
/// One plan at a time is computed, and it is not restarted: a steady stream of events would keep it from ever being
/// published. The assignments of a published plan follow, then its ranges and gaps, which newer state ends.
struct MissionState: Sendable {
    /// An event that the mission's actor reports.
    enum Event: Sendable {
        /// The documents were restored from the journal.
        case restored
        /// Accepted events, in the order of the journal.
        case joined([JoiningEvent])
        /// The plan in progress ended.
        case planned(PlanOutcome<ComputedPlan>)
        /// There is a permit to compute assignments, or ranges and gaps.
        case assigningPermitted, rangesPermitted
        /// The evicted plan was computed again, for the computations that follow it, or `nil` if the daemon is stopping.
        case planRestored(PlannedMission?)
        /// The evicted plan was computed again for a question.
        case planAnswered(PlannedMission)
        /// The assignments, or `nil` if the daemon is stopping.
        case assigned(ComputedManning?)
        /// The ranges and gaps, or `nil` if they were ended.
        case computed([EncodedEstimate]?)
        /// Memory is short: the plan must be evicted.
        case evicted
    }

    /// An effect that the actor must perform, in order.
    enum Action: Sendable {
        /// Plan a state, starting from an earlier plan.
        case plan(CurrentDocuments, after: ComputedPlan?)
        /// Publish a new plan. `previous` is the plan that it replaces: releasing it takes as long as publishing.
        case publishPlan([OutgoingDocument], previous: ComputedPlan?)
        /// Publish estimates that follow a plan.
        case publish([OutgoingDocument])
        /// Record the time between the arrival of an event and the publication of a plan that covers it.
        case recordPublication(since: ContinuousClock.Instant)
        /// Keep the plan as the start of the next one, and evict those of other missions if memory is short.
        case keep(weight: Int)
        /// Wait for a permit to compute assignments, or ranges and gaps.
        case awaitAssigning, awaitRanges
        /// Compute the evicted plan of this state again.
        case restorePlan(CurrentDocuments)
        case assign(PlannedMission, EstimateEncoder)
        case computeRangesAndGaps(PlannedMission)
        case cancelRangesAndGaps
        /// Continue the questions with these numbers.
        case resume([Int])
    }

    /// The condition for which a question waits.
    enum Need: Hashable, Sendable {
        /// A plan that covers a revision.
        case plan(revision: Int)
        /// The assignments of the newest plan.
        case manning
        /// An estimate of ranges and gaps.
        case rangesAndGaps(EstimateName)
    }

    private enum Planning: Equatable {
        case idle
        /// `arrived` is the arrival of the oldest event that no published plan covers. `isBehind` is `true` if the state
        /// changed since.
        case planning(revision: Int, arrived: ContinuousClock.Instant?, isBehind: Bool)
    }

    /// The relation of a computation to the newest state.
    private enum Freshness: Equatable {
        case current
        /// A newer plan is being computed.
        case superseded
        /// A newer plan is published: the computations follow again.
        case outdated
    }

    /// The computations that follow a plan.
    private enum Following: Equatable {
        case idle, awaitingAssignment
        case assigning(Freshness), awaitingRanges(Freshness), computing(Freshness)
    }

    private let node: ID<Node>
    private(set) var documents: CurrentDocuments
    /// The newest plan, or `nil` before the first.
    private(set) var plan: ComputedPlan?
    private var published: PublishedPlan
    /// Encodes the assignments of the next plan. It keeps the figures of the last one, and is dropped with the plan.
    private var manningEncoder = EstimateEncoder()
    private var planning = Planning.idle
    private var following = Following.idle
    /// The arrival of the oldest event that no plan in progress covers.
    private var oldestArrival: ContinuousClock.Instant?
    /// The revision of the newest attempt to plan.
    private var covered = 0
    /// The questions that wait, by number.
    private var waiting: [Int: Need] = [:]

    /// Creates the state of a mission that is not planned yet.
    /// - Parameter documents: The documents restored from the journal, or of a mission without events.
    init(_ documents: CurrentDocuments, node: ID<Node>) {
        self.documents = documents
        self.node = node
        published = PublishedPlan(restored: documents.revision)
    }

    /// Handles an event. A report that no action announced has no effect.
    mutating func handle(_ event: Event) -> [Action] {
        switch event {
        case .restored: return planSoon()
        case .joined(let events):
            for joining in events { documents.join(joining.event, sequence: joining.sequence) }
            if oldestArrival == nil { oldestArrival = events.first?.arrived }
            return planSoon()
        case .planned(let outcome): return apply(outcome)
        case .assigningPermitted:
            guard following == .awaitingAssignment else { return [] }
            following = .assigning(.current)
            return compute() + resumed()
        case .rangesPermitted:
            guard case .awaitingRanges(let freshness) = following else { return [] }
            guard freshness == .current, planning == .idle else { return end(freshness) + resumed() }
            following = .computing(.current)
            return compute() + resumed()
        case .planRestored(let planned): return compute(planned) + resumed()
        case .planAnswered(let planned):
            guard var plan, plan.planned == nil, plan.head.revision == planned.documents.revision else { return [] }
            plan.planned = planned
            self.plan = plan
            return [.keep(weight: plan.weight)]
        case .assigned(let manning): return apply(manning) + resumed()
        case .computed(let estimates): return apply(estimates) + resumed()
        case .evicted:
            plan?.dropPlan()
            manningEncoder = EstimateEncoder()
            return []
        }
    }

    /// Registers a question whose need is not met. `resume` names its number when the need is met; ask again then, as newer
    /// state may have arrived.
    mutating func wait(_ number: Int, for need: Need) {
        waiting[number] = need
    }

    /// Returns whether a question need not wait, because the need is met or nothing is computed that would meet it.
    func isMet(_ need: Need) -> Bool {
        switch need {
        case .plan(let revision): covered >= revision || planning == .idle
        case .manning: plan?.hasManning == true || isIdle
        case .rangesAndGaps(let name): plan?[name] != nil || isIdle
        }
    }

    private var isIdle: Bool { planning == .idle && following == .idle }

    private mutating func resumed() -> [Action] {
        let numbers = waiting.filter { isMet($0.value) }.map(\.key).sorted()
        for number in numbers { waiting[number] = nil }
        return numbers.isEmpty ? [] : [.resume(numbers)]
    }

    // MARK: The plan

    private mutating func planSoon() -> [Action] {
        if case .planning(let revision, let arrived, _) = planning {
            planning = .planning(revision: revision, arrived: arrived, isBehind: true)
            return []
        }
        planning = .planning(revision: documents.revision, arrived: oldestArrival, isBehind: false)
        oldestArrival = nil
        let plan = Action.plan(documents, after: plan)
        guard following == .computing(.current) else { return [plan] }
        following = .computing(.superseded)
        return [.cancelRangesAndGaps, plan]
    }

    private mutating func apply(_ outcome: PlanOutcome<ComputedPlan>) -> [Action] {
        guard case .planning(let revision, let arrived, let isBehind) = planning else { return [] }
        planning = .idle
        covered = revision
        var actions: [Action] = []
        if case .planned(let new) = outcome {
            let changed = published.apply(new, node: node)
            actions = [.publishPlan(changed, previous: plan), .keep(weight: new.weight)]
            plan = new
            if let arrived, !changed.isEmpty { actions.append(.recordPublication(since: arrived)) }
        }
        let next: [Action]
        switch outcome {
        case .planned: next = isBehind ? planSoon() : follow()
        case .undefined: next = isBehind ? planSoon() : []
        case .stopped: next = []
        }
        // The questions first: they need not wait until the next computations are started.
        return actions + resumed() + next
    }

    // MARK: The computations that follow

    private mutating func follow() -> [Action] {
        switch following {
        case .idle:
            following = .awaitingAssignment
            return [.awaitAssigning]
        case .awaitingAssignment: break
        case .assigning: following = .assigning(.outdated)
        case .awaitingRanges: following = .awaitingRanges(.outdated)
        case .computing: following = .computing(.outdated)
        }
        return []
    }

    /// Starts the permitted computation with the newest plan. An evicted plan is computed again first, unless newer state
    /// is being planned.
    private mutating func compute() -> [Action] {
        guard let plan else { return skip() }
        if let planned = plan.planned { return start(planned) }
        return planning == .idle ? [.restorePlan(documents)] : skip()
    }

    private mutating func compute(_ planned: PlannedMission?) -> [Action] {
        guard let planned, plan?.head.revision == planned.documents.revision else { return skip() }
        return start(planned)
    }

    private mutating func start(_ planned: PlannedMission) -> [Action] {
        switch following {
        case .assigning: return [.assign(planned, manningEncoder)]
        case .computing(.current) where planning == .idle: return [.computeRangesAndGaps(planned)]
        case .computing(let freshness): return end(freshness)
        case .idle, .awaitingAssignment, .awaitingRanges: return []
        }
    }

    /// Continues without the permitted computation.
    private mutating func skip() -> [Action] {
        switch following {
        case .assigning(let freshness): endAssigning(freshness)
        case .computing(let freshness): end(freshness)
        case .idle, .awaitingAssignment, .awaitingRanges: []
        }
    }

    private mutating func apply(_ manning: ComputedManning?) -> [Action] {
        guard case .assigning(let freshness) = following else { return [] }
        guard let manning else { return endAssigning(freshness) }
        if plan?.planned != nil { manningEncoder = manning.encoder }
        if plan?.head.revision == manning.head.revision { plan?.apply(manning) }
        let changed = published.apply(manning.estimates, manning.head, node: node)
        return [.publish(changed)] + endAssigning(freshness)
    }

    private mutating func endAssigning(_ freshness: Freshness) -> [Action] {
        guard freshness != .outdated else { return end(freshness) }
        following = .awaitingRanges(.current)
        return [.awaitRanges]
    }

    private mutating func apply(_ estimates: [EncodedEstimate]?) -> [Action] {
        guard case .computing(let freshness) = following else { return [] }
        guard let estimates, freshness == .current, let head = plan?.head else { return end(freshness) }
        plan?.apply(estimates)
        return [.publish(published.apply(estimates, head, node: node))] + end(freshness)
    }

    /// Ends the computations, or follows the newer plan.
    private mutating func end(_ freshness: Freshness) -> [Action] {
        following = .idle
        return freshness == .outdated ? follow() : []
    }
}
