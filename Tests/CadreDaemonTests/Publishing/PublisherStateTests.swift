import CadreContract
import CadrePlanning
import TestSupport
import Testing

@testable import CadreDaemon

@Suite("Decisions about last values and subscriptions (CONTRACT § 4)")
struct PublisherStateTests {
    private func document(_ topic: OutgoingTopic, _ payload: String = "{}") -> OutgoingDocument {
        OutgoingDocument(topic, payload: Array(payload.utf8))
    }

    private func prefix(_ text: String) -> [UInt8] { Array(text.utf8) }

    private func texts(_ documents: [OutgoingDocument]) -> [String] {
        documents.map { "\($0.topic.text) \(String(decoding: $0.payload, as: UTF8.self))" }
    }

    /// Returns the documents that are sent.
    private func sent(_ actions: [PublisherState.Action]) -> [String]? {
        var sent: [String]?
        for case .send(let documents) in actions { sent = (sent ?? []) + texts(documents) }
        return sent
    }

    @Test(
        "in any order of events documents are sent once and in order, and each subscription is answered once",
        arguments: UInt64(0)..<200)
    func anyOrder(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let topics: [OutgoingTopic] = [
            .estimate(ID("A"), .summary), .alert(ID("A"), .beds), .status(ID("n")), .rejected(nil, .schema),
        ]
        var state = PublisherState()
        var values = LastValues()
        var gathered: Set<[UInt8]> = []
        var isBound = false
        var isGathering = false
        var number = 0
        for _ in 0..<40 {
            switch Int.random(in: 0..<8, using: &random) {
            case 0:
                let actions = state.handle(.bound)
                isBound = true
                #expect(actions.isEmpty)
            case 1...3:
                var documents: [OutgoingDocument] = []
                for _ in 0..<Int.random(in: 0...2, using: &random) {
                    number += 1
                    documents.append(document(random.one(of: topics), "\(number)"))
                }
                for document in documents { values.keep(document) }
                let expected = isBound && !documents.isEmpty ? texts(documents) : nil
                #expect(sent(state.handle(.published(documents))) == expected)
            case 4...5:
                let prefixes = [random.one(of: ["", "estimate.A", "alert.", "status.n", "x"])].map(prefix)
                let actions = state.handle(.subscribed(prefixes))
                guard isBound else {
                    #expect(actions.isEmpty)
                    break
                }
                let begins = actions.contains { if case .answerLater = $0 { true } else { false } }
                #expect(begins == !isGathering, "one delay at a time")
                isGathering = true
                gathered.formUnion(prefixes)
            case 6 where isGathering:
                #expect(sent(state.handle(.answerDue)) == texts(values.matching(gathered)))
                (isGathering, gathered) = (false, [])
                #expect(state.handle(.answerDue).isEmpty)
            default: break
            }
        }
        let actions = state.handle(.close)
        #expect(sent(actions) == (isGathering ? texts(values.matching(gathered)) : nil))
        guard case .close? = actions.last else {
            Issue.record("not closed")
            return
        }
        #expect(state.handle(.close).isEmpty && state.handle(.answerDue).isEmpty)
        #expect(state.handle(.published([document(topics[0])])).isEmpty)
        #expect(state.handle(.subscribed([[]])).isEmpty)
    }

    @Test("too many prefixes pause reading until they are answered")
    func full() {
        var state = PublisherState()
        _ = state.handle(.bound)
        let prefixes = (0..<DaemonLimits.prefixesGathered).map { prefix("p\($0)") }
        func names(_ actions: [PublisherState.Action]) -> [String] {
            actions.map { action in
                switch action {
                case .send: "send"
                case .answerLater: "later"
                case .pauseReading: "pause"
                case .resumeReading: "resume"
                case .close: "close"
                }
            }
        }
        #expect(names(state.handle(.subscribed(Array(prefixes.dropLast())))) == ["later"])
        #expect(names(state.handle(.subscribed(prefixes.suffix(1)))) == ["pause"])
        #expect(names(state.handle(.subscribed([[]]))) == [])
        #expect(names(state.handle(.answerDue)) == ["resume", "send"])
        #expect(names(state.handle(.subscribed(prefixes))) == ["later", "pause"])
    }

    @Test("statuses contain the last values in windows")
    func status() {
        var state = PublisherState()
        _ = state.handle(.published([document(.status(ID("n")), "1")]))
        for _ in 0..<2 { #expect(texts(state.valuesForStatus()) == ["status.n 1"]) }
    }
}
