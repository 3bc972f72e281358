import CadreContract
import CadreJournal
import CadrePlanning
import Synchronization
import Testing

@testable import CadreDaemon

@Suite("A batch of events, before and after the append")
struct CommitBatchTests {
    let events = TestEvents()
    private let reader = SubmissionReader(limits: ContractLimits(), authority: .trusted, missions: nil)

    private func submission(_ events: [String], _ channel: Submission.Channel = .control) -> Submission {
        Submission(
            channel: channel, messages: [IncomingMessage(.events(Array("[\(events.joined(separator: ","))]".utf8)))])
    }

    private func evaluated(
        _ acceptance: inout MissionAcceptance, _ events: [String]
    ) -> CommitBatch {
        var batch = CommitBatch([submission(events)], by: reader)
        batch.evaluate(by: &acceptance)
        return batch
    }

    private func verdicts(_ batch: CommitBatch) -> [MissionAcceptance.Verdict?] {
        batch.events.map { if case .evaluated(let verdict) = $0.stage { verdict } else { nil } }
    }

    private func commit(_ batch: inout CommitBatch, _ outcomes: [PendingEvent.Outcome]) {
        for (index, outcome) in outcomes.enumerated() { batch.events[index].stage = .committed(outcome) }
    }

    private func rejection(_ reason: RejectionReason) -> Rejection { Rejection(reason, detail: "", bytes: []) }

    private func site(_ id: String, _ site: String, time: String) -> String {
        events.event("site.defined", id: id, time: time, #""site":"\#(site)","name":"\#(site)""#)
    }

    @Test("an older event of an entity is superseded, also within one batch")
    func superseded() {
        var acceptance = MissionAcceptance()
        let batch = evaluated(
            &acceptance,
            [
                site("1", "A", time: "2025-01-02T00:00:00Z"), site("2", "A", time: "2025-01-01T00:00:00Z"),
                site("3", "A", time: "2025-01-03T00:00:00Z"),
            ])
        #expect(verdicts(batch) == [.new, .superseded, .new])
    }

    @Test(
        "an event that the journal does not accept does not change the acceptance",
        arguments: [
            PendingEvent.Outcome.rejected(Rejection(.conflict, detail: "", bytes: []), number: 1),
            .duplicate(sequence: 1),
        ])
    func reconciled(outcome: PendingEvent.Outcome) {
        var acceptance = MissionAcceptance()
        var batch = evaluated(
            &acceptance,
            [site("1", "A", time: "2025-01-03T00:00:00Z"), site("2", "A", time: "2025-01-02T00:00:00Z")])
        #expect(verdicts(batch) == [.new, .superseded])
        // The journal knows the identity of the first event, so that the second is current.
        commit(&batch, [outcome, .superseded(sequence: 9)])
        batch.reconcile(with: &acceptance)
        #expect(batch.events[1].outcome == .accepted(sequence: 9))
        let later = evaluated(&acceptance, [site("3", "A", time: "2025-01-02T12:00:00Z")])
        #expect(verdicts(later) == [.new])
    }

    @Test("the journal decides on events over a limit, because a duplicate takes precedence")
    func limits() {
        var acceptance = MissionAcceptance(limits: EntityLimits(missions: 1, entities: 2))
        var other = events
        other.mission = "T-2"
        let batch = evaluated(
            &acceptance,
            [
                events.defined(), site("1", "A", time: "2025-01-01T00:00:00Z"),
                site("2", "B", time: "2025-01-01T00:00:00Z"),
                other.defined(id: "m-2"), site("3", "A", time: "2025-01-02T00:00:00Z"),
            ])
        // The configured limits, not those of the contract.
        #expect(
            verdicts(batch) == [.new, .new, .overLimit(.entities(max: 2)), .overLimit(.missions(max: 1)), .new])
        #expect(batch.events.allSatisfy { if case .event = $0.reading { true } else { false } })
    }

    @Test(
        "no event is in the future of a clock at the end of its range, and none makes it trap",
        arguments: [Int.max, Int.max - ContractLimits.futureSecondsMax + 1], ["9999-12-31T23:59:59.9Z"])
    func endOfTime(seconds: Int, time: String) {
        let event = site("1", "A", time: time)
        let contents: [IncomingMessage.Content] = [
            .events(Array(event.utf8)), .framed(topic: Array(events.planTopic.utf8), payload: Array(event.utf8)),
        ]
        for content in contents {
            func reading(at now: Int) -> Reading? {
                let received = Instant(seconds: now, fraction: "5")
                let submission = Submission(
                    channel: .control, messages: [IncomingMessage(content)], received: received)
                var acceptance = MissionAcceptance()
                var batch = CommitBatch([submission], by: reader)
                batch.evaluate(by: &acceptance)
                return batch.events.first?.reading
            }
            guard case .event? = reading(at: seconds) else {
                Issue.record("not accepted: \(content)")
                continue
            }
            guard case .rejected(let rejection)? = reading(at: 0) else {
                Issue.record("not refused: \(content)")
                continue
            }
            #expect(rejection.reason == .timeInFuture)
        }
    }

    @Test("rejections have the numbers of the journal, and each event has one effect")
    func result() {
        var acceptance = MissionAcceptance()
        var batch = CommitBatch(
            [
                submission([site("1", "A", time: "2025-01-03T00:00:00Z"), "{}"]),
                submission([site("2", "A", time: "2025-01-01T00:00:00Z"), events.pledge(1, sequence: 4)], .intake),
            ], by: reader)
        batch.evaluate(by: &acceptance)
        commit(
            &batch,
            [
                .rejected(rejection(.conflict), number: 13), .rejected(rejection(.notCloudEvent), number: 11),
                .superseded(sequence: 7), .accepted(sequence: 8),
            ])
        let result = CommitResult(batch)
        #expect(result.rejected.map(\.number) == [13, 11])
        #expect(result.accepted[ID("T-1")]?.map(\.sequence) == [7, 8])
        #expect(result.superseded.map(\.sequence) == [7])
        #expect(result.received.map(\.number) == [4])
        #expect(result.newest == 8)
        #expect(result.counts.values.reduce(0, +) == 4)
        #expect(batch.outcomes(of: batch.parts[1]) == [.superseded(sequence: 7), .accepted(sequence: 8)])
    }

    @Test("a refusal answers each submission with a reply once and removes its events; the others remain")
    func refused() {
        let answers = Mutex<[String]>([])
        func submission(_ name: String, _ isAnswered: Bool, _ events: [String]) -> Submission {
            var submission = self.submission(events, isAnswered ? .control : .intake)
            if isAnswered { submission.reply = { _ in answers.withLock { $0.append(name) } } }
            return submission
        }
        var batch = CommitBatch(
            [
                submission("a", true, [events.pledge(1)]), submission("b", false, [events.pledge(2), "{}"]),
                submission("c", true, [events.pledge(3)]), submission("d", false, [events.pledge(4)]),
            ], by: reader)
        #expect(batch.remainsAfterRefusal)
        for _ in 0..<2 { batch.refuse(ControlError(.internalError, reason: "")) }
        #expect(answers.withLock { $0 } == ["a", "c"])
        #expect(batch.parts.map(\.events) == [0..<2, 2..<3])
        #expect(batch.events.count == 3)
    }

    @Test("a request with events of other shards' missions is refused; from other channels they are dropped")
    func foreign() {
        let reader = SubmissionReader(limits: ContractLimits(), authority: .trusted, missions: [ID("T-2")])
        let answers = Mutex<[SubmissionOutcome]>([])
        var request = submission([events.pledge(1), TestEvents(mission: "T-2").defined()])
        request.reply = { outcome in answers.withLock { $0.append(outcome) } }
        var batch = CommitBatch([request, submission([events.pledge(1)], .intake)], by: reader)
        #expect(batch.droppedCount == 2)
        batch.refuseForeignMissions()
        guard case .failure(let error)? = answers.withLock({ $0.first }) else {
            Issue.record("not refused")
            return
        }
        #expect(error.code == .unknownMission)
        #expect(batch.parts.count == 1 && batch.events.isEmpty)
    }

    @Test("the number of notices per second is bounded")
    func notices() {
        var limiter = NoticeLimiter(perSecond: 2)
        var acquired: [Bool] = []
        for second in [7, 7, 7, 8, 8, 8] { acquired.append(limiter.acquire(at: second)) }
        #expect(acquired == [true, true, false, true, true, false])
    }

    @Test("no peer can use all permits, and permits are returned")
    func places() {
        var places = RequestLimiter(totalMax: 3, perPeerMax: 2)
        var taken: [Bool] = []
        for peer: [UInt8] in [[1], [1], [1], [2], [3]] { taken.append(places.take(peer)) }
        #expect(taken == [true, true, false, true, false])
        places.leave([1])
        let again = places.take([3])
        #expect(again)
        places.leave([9])
        #expect(places.total == 3)
    }
}
