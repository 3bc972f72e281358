import CadreContract
import CadreJSON
import CadrePlanning
import TestSupport
import Testing

@testable import CadreDaemon

/// A small mission at each of its revisions, with everything that is computed of it.
private struct PlannedRevisions {
    let events: [JoiningEvent]
    /// From revision 1 on.
    private let plans: [ComputedPlan]
    private let mannings: [ComputedManning]
    private let ranges: [[EncodedEstimate]]

    init() throws {
        let mission = TestEvents()
        let texts = Array(mission.plan.prefix(3)) + (1...3).map { mission.pledge($0) }
        var documents = CurrentDocuments(mission: ID("T-1"))
        var events: [JoiningEvent] = []
        var plans: [ComputedPlan] = []
        var mannings: [ComputedManning] = []
        var ranges: [[EncodedEstimate]] = []
        for (index, text) in texts.enumerated() {
            guard case .event(let received)? = EventReader().read(payload: Array(text.utf8)).first else {
                throw TestFailure("no event: \(text)")
            }
            events.append(JoiningEvent(event: received.event, sequence: index + 1, arrived: .now))
            documents.join(received.event, sequence: index + 1)
            let planned = try PlannedMission(unseated: documents, defaults: DefaultFactors.all, after: nil)
            guard let planned else { throw TestFailure("no plan") }
            plans.append(ComputedPlan(planned, after: nil))
            mannings.append(try ComputedManning(planned, isStopped: { false }))
            ranges.append(try planned.rangesAndGaps([.range, .gaps], samples: 1, isStopped: { false }))
        }
        (self.events, self.plans, self.mannings, self.ranges) = (events, plans, mannings, ranges)
    }

    func plan(_ revision: Int) -> ComputedPlan { plans[revision - 1] }
    func planned(_ revision: Int) -> PlannedMission? { plans[revision - 1].planned }
    func manning(_ revision: Int) -> ComputedManning { mannings[revision - 1] }
    func ranges(_ revision: Int) -> [EncodedEstimate] { ranges[revision - 1] }
}

/// The state machine in a model of its surroundings: computations and permits that arrive in any order.
private struct MissionModel {
    let revisions: PlannedRevisions
    var state = MissionState(CurrentDocuments(mission: ID("T-1")), node: ID("n"))
    /// The revisions of the computations in progress.
    var planning: Int?
    var restoring: Int?
    var assigning: Int?
    var computing: Int?
    var isAwaitingAssignment = false
    var isAwaitingRanges = false
    var isCancelled = false
    var joined = 0
    var questions: [Int: MissionState.Need] = [:]
    /// The newest published revision, and the ids of documents by topic.
    var publishedRevision = 0
    var ids: [String: [String]] = [:]
    /// Whether a computation that follows the newest plan was ended without a result.
    var lacksResult = false
    private(set) var breach: String?

    init(_ revisions: PlannedRevisions) { self.revisions = revisions }

    mutating func apply(_ event: MissionState.Event) {
        for action in state.handle(event) { perform(action) }
        for need in questions.values { check(!state.isMet(need), "\(need) is met, but its question waits") }
        check(!(isAwaitingAssignment && assigning != nil), "two assignments at once")
        check(planning != nil || state.plan == nil || state.plan?.head.revision == joined, "newer state is not planned")
    }

    private mutating func perform(_ action: MissionState.Action) {
        switch action {
        case .plan(let documents, _):
            check(planning == nil, "two plans at once")
            check(documents.revision == joined, "a plan of an old state")
            planning = documents.revision
        case .publishPlan(let documents, _):
            let revision = state.plan?.head.revision ?? 0
            check(revision > publishedRevision, "an old plan is published")
            publishedRevision = revision
            lacksResult = false
            record(documents)
        case .publish(let documents): record(documents)
        case .recordPublication, .keep: break
        case .awaitAssigning:
            check(!isAwaitingAssignment && !isAwaitingRanges && assigning == nil && computing == nil, "two followers")
            isAwaitingAssignment = true
        case .awaitRanges:
            check(!isAwaitingAssignment && !isAwaitingRanges && computing == nil, "two followers")
            isAwaitingRanges = true
        case .restorePlan(let documents):
            check(restoring == nil, "two plans are restored")
            restoring = documents.revision
        case .assign(let planned, _):
            check(assigning == nil, "two assignments at once")
            assigning = planned.documents.revision
        case .computeRangesAndGaps(let planned):
            check(computing == nil, "two computations at once")
            computing = planned.documents.revision
            isCancelled = false
        case .cancelRangesAndGaps:
            check(computing != nil || restoring != nil, "nothing to cancel")
            isCancelled = true
        case .resume(let numbers):
            for number in numbers {
                guard let need = questions.removeValue(forKey: number) else {
                    check(false, "a question is answered twice")
                    continue
                }
                check(state.isMet(need), "\(need) is not met")
                if case .plan(let revision) = need, state.plan != nil {
                    check(publishedRevision >= revision || planning == nil, "an answer before the publication")
                }
            }
        }
    }

    private mutating func record(_ documents: [OutgoingDocument]) {
        for document in documents {
            let id = (try? JSONValue(parsing: document.payload))?["id"]?.text ?? ""
            check(ids[document.topic.text]?.contains(id) != true, "the id \(id) is published twice")
            ids[document.topic.text, default: []].append(id)
        }
    }

    mutating func check(_ holds: Bool, _ text: String) {
        if !holds, breach == nil { breach = text }
    }

    /// Completes what is in progress, in a fixed order. Returns whether anything was.
    mutating func complete() -> Bool {
        if let revision = planning {
            planning = nil
            apply(.planned(.planned(revisions.plan(revision))))
        } else if let revision = restoring {
            restoring = nil
            apply(.planRestored(revisions.planned(revision)))
        } else if isAwaitingAssignment {
            isAwaitingAssignment = false
            apply(.assigningPermitted)
        } else if let revision = assigning {
            assigning = nil
            apply(.assigned(revisions.manning(revision)))
        } else if isAwaitingRanges {
            isAwaitingRanges = false
            apply(.rangesPermitted)
        } else if let revision = computing {
            computing = nil
            apply(.computed(isCancelled ? nil : revisions.ranges(revision)))
        } else {
            return false
        }
        return true
    }

    /// Does one random step.
    mutating func step(_ random: inout SeededRandom) {
        switch Int.random(in: 0..<14, using: &random) {
        case 0...1 where joined < revisions.events.count:
            joined += 1
            apply(.joined([revisions.events[joined - 1]]))
        case 2...3:
            guard let revision = planning else { return }
            planning = nil
            apply(.planned(.planned(revisions.plan(revision))))
        case 4:
            guard isAwaitingAssignment else { return }
            isAwaitingAssignment = false
            apply(.assigningPermitted)
        case 5...6:
            guard let revision = assigning else { return }
            assigning = nil
            let manning = random.chance(0.9) ? revisions.manning(revision) : nil
            lacksResult = lacksResult || manning == nil
            apply(.assigned(manning))
        case 7:
            guard isAwaitingRanges else { return }
            isAwaitingRanges = false
            apply(.rangesPermitted)
        case 8...9:
            guard let revision = computing else { return }
            computing = nil
            let ranges = isCancelled || random.chance(0.1) ? nil : revisions.ranges(revision)
            lacksResult = lacksResult || ranges == nil
            apply(.computed(ranges))
        case 10:
            guard let revision = restoring else { return }
            restoring = nil
            let planned = random.chance(0.9) ? revisions.planned(revision) : nil
            lacksResult = lacksResult || planned == nil
            apply(.planRestored(planned))
        case 11: apply(.evicted)
        case 12:
            if let revision = state.plan?.head.revision, let planned = revisions.planned(revision) {
                apply(.planAnswered(planned))
            }
        default:
            let need = random.one(of: [
                MissionState.Need.plan(revision: joined), .manning, .rangesAndGaps(.gaps), .rangesAndGaps(.range),
            ])
            guard !state.isMet(need) else { return }
            let number = (questions.keys.max() ?? 0) + 1
            questions[number] = need
            state.wait(number, for: need)
        }
    }
}

@Suite("Decisions about the plans of a mission")
struct MissionStateTests {
    @Test("in any order of events every state is planned and published, and every question is answered once")
    func anyOrder() throws {
        let revisions = try PlannedRevisions()
        for seed in UInt64(0)..<400 {
            var random = SeededRandom(seed: seed)
            var mission = MissionModel(revisions)
            for _ in 0..<80 { mission.step(&random) }
            var steps = 0
            while mission.complete(), steps < 100 { steps += 1 }
            #expect(mission.breach == nil, "\(mission.breach ?? ""), seed \(seed)")
            #expect(mission.questions.isEmpty && steps < 100, "seed \(seed)")
            guard mission.joined > 0 else { continue }
            #expect(mission.state.plan?.head.revision == mission.joined)
            #expect(mission.publishedRevision == mission.joined)
            if !mission.lacksResult {
                #expect(mission.state.plan?.hasManning == true && mission.state.plan?[.gaps] != nil, "seed \(seed)")
            }
            guard mission.breach == nil else { return }
        }
    }

    @Test("a plan is followed by its assignments, ranges and gaps, and all are published")
    func follows() throws {
        let revisions = try PlannedRevisions()
        var mission = MissionModel(revisions)
        for event in revisions.events { mission.apply(.joined([event])) }
        mission.joined = revisions.events.count
        while mission.complete() {}
        #expect(mission.state.plan?.hasManning == true)
        #expect(mission.state.plan?[.gaps] != nil && mission.state.plan?[.range] != nil)
        #expect(mission.ids["estimate.T-1.gaps"] == ["T-1/gaps/6"])
        #expect(mission.ids["estimate.T-1.manning.offered"] == ["T-1/manning.offered/6"])
        #expect(mission.ids["estimate.T-1.summary"]?.last == "T-1/summary/6/2")
    }

    @Test("newer state ends ranges and gaps, but not assignments, and all follow again")
    func newer() throws {
        let revisions = try PlannedRevisions()
        var mission = MissionModel(revisions)
        func join() {
            mission.joined += 1
            mission.apply(.joined([revisions.events[mission.joined - 1]]))
        }
        join()
        while mission.assigning == nil { _ = mission.complete() }
        join()
        #expect(mission.planning == 2 && mission.assigning == 1, "assignments continue")
        while mission.computing == nil { _ = mission.complete() }
        join()
        #expect(mission.isCancelled && mission.planning == 3)
        while mission.complete() {}
        #expect(mission.state.plan?.head.revision == 3 && mission.state.plan?[.gaps] != nil)
    }

    @Test("without a definition nothing is published, and questions do not wait; a stopping daemon answers all")
    func undefined() throws {
        let revisions = try PlannedRevisions()
        var state = MissionState(CurrentDocuments(mission: ID("T-1")), node: ID("n"))
        func resumed(_ actions: [MissionState.Action]) -> [Int] {
            actions.flatMap { if case .resume(let numbers) = $0 { numbers } else { [Int]() } }
        }
        _ = state.handle(.joined([revisions.events[1]]))
        state.wait(1, for: .manning)
        #expect(resumed(state.handle(.planned(.undefined))) == [1])
        #expect(state.plan == nil && state.isMet(.manning) && state.isMet(.plan(revision: 2)))
        _ = state.handle(.joined([revisions.events[2]]))
        state.wait(2, for: .plan(revision: 3))
        _ = state.handle(.joined([revisions.events[3]]))
        #expect(resumed(state.handle(.planned(.stopped))) == [2])
    }

    @Test("an evicted plan is computed again for its followers, but not while newer state is planned")
    func evicted() throws {
        let revisions = try PlannedRevisions()
        var mission = MissionModel(revisions)
        mission.joined = 1
        mission.apply(.joined([revisions.events[0]]))
        _ = mission.complete()
        mission.apply(.evicted)
        _ = mission.complete()
        #expect(mission.restoring == 1)
        while mission.complete() {}
        #expect(mission.state.plan?.hasManning == true && mission.state.plan?.planned == nil)
        #expect(mission.breach == nil)
    }
}
