import CadreContract
import CadreJournal
import CadrePlanning
import Testing

@testable import CadreDaemon

@Suite("Judging before the journal does")
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

    @Test("an older word on an entity is superseded, also within one group")
    func superseded() {
        var register = EntityRegister()
        let group = read([
            site("1", "A", time: "2025-01-02T00:00:00Z"), site("2", "A", time: "2025-01-01T00:00:00Z"),
            site("3", "A", time: "2025-01-03T00:00:00Z"),
        ])
        let judgement = Judgement(group, noting: &register)
        #expect(judgement.arrivals.map(\.isSuperseded) == [false, true, false])
    }

    @Test("what the journal did not accept leaves no mark in the register")
    func settled() {
        var register = EntityRegister()
        let group = read([site("1", "A", time: "2025-01-03T00:00:00Z"), site("2", "A", time: "2025-01-02T00:00:00Z")])
        let judgement = Judgement(group, noting: &register)
        #expect(judgement.arrivals.map(\.isSuperseded) == [false, true])
        // The first turns out to be a conflict: then the second does stand.
        let superseded = judgement.settle([.conflict(sequence: 1, detail: ""), .accepted(sequence: 9)], in: &register)
        #expect(superseded == [false, false])
        let later = Judgement(read([site("3", "A", time: "2025-01-02T12:00:00Z")]), noting: &register)
        #expect(later.arrivals.map(\.isSuperseded) == [false])
    }

    @Test("over a limit is for the journal to tell, since a duplicate comes first")
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
        // The limits in force, not the contract's own.
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
                Issue.record("not taken: \(content)")
                continue
            }
            guard case .rejected(let rejection)? = reading(at: 0) else {
                Issue.record("not refused: \(content)")
                continue
            }
            #expect(rejection.reason == .timeInFuture)
        }
    }

    @Test("rejections are numbered as the journal does: those judged before it, then those it judged")
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

    @Test("so many notices a second, and again in the next")
    func allowance() {
        var allowance = NoticeAllowance(perSecond: 2)
        var given: [Bool] = []
        for second in [7, 7, 7, 8, 8, 8] { given.append(allowance.take(at: second)) }
        #expect(given == [true, true, false, true, true, false])
    }

    @Test("nobody takes all the places, and places are given back")
    func places() {
        var places = RequestPlaces(totalMax: 3, perPeerMax: 2)
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
