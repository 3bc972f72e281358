import CadreContract
import CadrePlanning
import Testing

@testable import CadreDaemon

@Suite("Last values of a subscription")
struct LastValuesTests {
    private func document(_ topic: OutgoingTopic, _ payload: String = "{}") -> OutgoingDocument {
        OutgoingDocument(topic, payload: Array(payload.utf8))
    }

    private let topics: [OutgoingTopic] = [
        .estimate(ID("A"), .summary), .estimate(ID("A"), .force(.offered)), .estimate(ID("A-1"), .summary),
        .alert(ID("A"), .beds), .nodeAlert(ID("n"), .sequenceGap), .status(ID("n")),
    ]

    private func values() -> LastValues {
        var values = LastValues()
        for topic in topics.reversed() { values.keep(document(topic)) }
        return values
    }

    private func matching(_ prefixes: String...) -> [String] {
        var values = values()
        return values.matching(Set(prefixes.map { Array($0.utf8) })).map(\.topic.text)
    }

    @Test("each topic that begins with a prefix, once, in the order of the contract")
    func prefixes() {
        #expect(matching("") == topics.map(\.text))
        #expect(matching("", "estimate.") == topics.map(\.text))
        #expect(matching("estimate.A.") == ["estimate.A.summary", "estimate.A.force.offered"])
        #expect(matching("estimate.A") == ["estimate.A.summary", "estimate.A.force.offered", "estimate.A-1.summary"])
        #expect(matching("status.n", "alert.", "status.") == ["alert.A.beds", "alert.n.sequence-gap", "status.n"])
        #expect(matching("estimate.A.summary.") == [])
        #expect(matching("z", "a") == ["alert.A.beds", "alert.n.sequence-gap"])
    }

    @Test("only the newest document of a topic is kept, and only of topics with a state")
    func newest() {
        var values = values()
        values.keep(document(topics[0], "new"))
        values.keep(document(.rejected(nil, .schema)))
        #expect(values.count == topics.count)
        let summary = values.matching([Array("estimate.A.summary".utf8)])
        #expect(summary.map(\.payload) == [Array("new".utf8)])
        let rejected = values.matching([Array("rejected".utf8)])
        #expect(rejected.isEmpty)
    }

    @Test("the values of many topics are reported in windows, together all, each with its digest")
    func windows() {
        var values = values()
        var told: [Set<String>] = []
        for turn in 0..<3 { told.append(Set(values.values(turn: turn, window: 2).map(\.topic.text))) }
        #expect(told.allSatisfy { $0.count == 2 })
        #expect(told.reduce(into: Set()) { $0.formUnion($1) } == Set(topics.map(\.text)))
        let fourth = values.values(turn: 3, window: 2)
        #expect(Set(fourth.map(\.topic.text)) == told[0])
        let known = values.values(turn: 0, window: 100).first { $0.topic.text == "status.n" }
        #expect(known?.digest == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")  // of {}
    }
}
