import CadreContract
import CadrePlanning
import Testing

@Suite("Topics that Cadre publishes on (CONTRACT § 1)")
struct OutgoingTopicTests {
    private let mission = ID<Mission>("ntm-i")
    private let node = ID<Node>("alpha")

    @Test("kind, mission or node, key")
    func texts() {
        #expect(OutgoingTopic.estimate(mission, .force(.offered)).text == "estimate.ntm-i.force.offered")
        #expect(OutgoingTopic.alert(mission, .fundShort).text == "alert.ntm-i.fund-short")
        #expect(OutgoingTopic.nodeAlert(node, .sequenceGap).text == "alert.alpha.sequence-gap")
        #expect(OutgoingTopic.rejected(mission, .notAuthorised).text == "rejected.ntm-i.not-authorised")
        #expect(OutgoingTopic.rejected(nil, .notJSON).text == "rejected._.not-json")
        #expect(OutgoingTopic.superseded(mission).text == "rejected.ntm-i.superseded")
        #expect(OutgoingTopic.status(node).text == "status.alpha")
    }

    @Test("a subscription is answered with the estimates in the order of the table, then alerts, then status")
    func order() {
        let inOrder: [OutgoingTopic] =
            EstimateName.allCases.map { .estimate(ID("nmi"), $0) }
            + EstimateName.allCases.map { .estimate(mission, $0) }
            + [
                .alert(mission, .beds), .alert(mission, .fundShort), .alert(mission, .priorityGap),
                .nodeAlert(node, .sequenceGap), .status(node),
            ]
        #expect(inOrder.reversed().sorted() == inOrder)
    }

    @Test("all but rejections keep their last value")
    func lastValue() {
        #expect(OutgoingTopic.status(node).keepsLastValue)
        #expect(OutgoingTopic.nodeAlert(node, .sequenceGap).keepsLastValue)
        #expect(OutgoingTopic.estimate(mission, .summary).keepsLastValue)
        #expect(!OutgoingTopic.rejected(mission, .schema).keepsLastValue)
        #expect(!OutgoingTopic.superseded(mission).keepsLastValue)
    }
}
