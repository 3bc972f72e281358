import CadreContract
import CadreJournal
import CadrePlanning
import Testing

@testable import CadreDaemon

@Suite("Decisions before an append")
struct JudgementTests {
    let events = TestEvents()
    private let reader = SubmissionReader(limits: ContractLimits(), authority: .trusted, missions: nil)

    private func read(_ events: [String]) -> [ReadSubmission] {
        let batch = Array("[\(events.joined(separator: ","))]".utf8)
        return [reader.read(Submission(road: .control, messages: [IncomingMessage(.events(batch))]))]
    }

    private func site(_ id: String, _ site: String, time: String) -> String {
        events.event("site.defined", id: id, time: time, #""site":"\#(site)","name":"\#(site)""#)
    }

    @Test("an older event of an entity is superseded, also within one group")
    func superseded() {
        var register = EntityRegister()
        let group = read([
            site("1", "A", time: "2025-01-02T00:00:00Z"), site("2", "A", time: "2025-01-01T00:00:00Z"),
            site("3", "A", time: "2025-01-03T00:00:00Z"),
        ])
        let judgement = Judgement(group, noting: &register)
        #expect(judgement.arrivals.map(\.isSuperseded) == [false, true, false])
    }

    @Test("an event that the journal does not accept does not change the register")
    func settled() {
        var register = EntityRegister()
        let group = read([site("1", "A", time: "2025-01-03T00:00:00Z"), site("2", "A", time: "2025-01-02T00:00:00Z")])
        let judgement = Judgement(group, noting: &register)
        #expect(judgement.arrivals.map(\.isSuperseded) == [false, true])
        // The journal finds the first to be a conflict, so that the second is current.
        let superseded = judgement.settle([.conflict(sequence: 1, detail: ""), .accepted(sequence: 9)], in: &register)
        #expect(superseded == [false, false])
        let later = Judgement(read([site("3", "A", time: "2025-01-02T12:00:00Z")]), noting: &register)
        #expect(later.arrivals.map(\.isSuperseded) == [false])
    }

    @Test("the journal decides on events over a limit, because a duplicate takes precedence")
    func limits() {
        var register = EntityRegister(limits: EntityLimits(missions: 1, entities: 2))
        var other = events
        other.mission = "T-2"
        let group = read([
            events.defined(), site("1", "A", time: "2025-01-01T00:00:00Z"),
            site("2", "B", time: "2025-01-01T00:00:00Z"),
            other.defined(id: "m-2"), site("3", "A", time: "2025-01-02T00:00:00Z"),
        ])
        let judgement = Judgement(group, noting: &register)
        #expect(judgement.arrivals.map { $0.overLimit != nil } == [false, false, true, true, false])
        #expect(judgement.rejections.isEmpty)
        // The configured limits, not those of the contract.
        #expect(judgement.arrivals[2].overLimit == "the limit of a mission is 2 entities; split the mission")
        #expect(judgement.arrivals[3].overLimit == "mission: the limit of this node is 1 missions; use another node")
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
                let submission = Submission(road: .control, messages: [IncomingMessage(content)], received: received)
                return reader.read(submission).events.first?.reading
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

    @Test("rejections are numbered as in the journal: first those before the append, then those of the append")
    func numbers() {
        var register = EntityRegister()
        let group = read([
            site("1", "A", time: "2025-01-03T00:00:00Z"), "{}", site("1", "A", time: "2025-01-03T00:00:00Z"), "{}",
        ])
        let judgement = Judgement(group, noting: &register)
        let outcomes: [AppendOutcome] = [.conflict(sequence: 1, detail: ""), .overLimit(detail: "")]
        var news = CommitNews(lastRejection: 10, judgedBefore: judgement.rejections.count)
        for (event, place) in zip(group[0].events, judgement.places[0]) {
            switch place {
            case .arrival(let index):
                _ = news.note(
                    judgement.arrivals[index], outcomes[index], isSuperseded: false, of: event,
                    in: Submission(road: .control, messages: []))
            case .rejected(let rejection): _ = news.note(rejection, of: event)
            case .head: _ = news.note(head: event)
            }
        }
        #expect(news.rejected.map(\.number) == [13, 11, 14, 12])
    }

    @Test("the number of notices per second is bounded")
    func allowance() {
        var allowance = NoticeAllowance(perSecond: 2)
        var given: [Bool] = []
        for second in [7, 7, 7, 8, 8, 8] { given.append(allowance.take(at: second)) }
        #expect(given == [true, true, false, true, true, false])
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
