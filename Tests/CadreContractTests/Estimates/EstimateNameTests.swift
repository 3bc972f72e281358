import CadreContract
import CadrePlanning
import Testing

@Suite("Names of estimates")
struct EstimateNameTests {
    @Test("the order of publication is that of the table in CONTRACT § 4")
    func order() {
        let texts = EstimateName.allCases.map(\.text)
        #expect(
            texts == [
                "summary", "force.committed", "force.offered", "force.full", "manning.committed", "manning.offered",
                "manning.full", "training.committed", "training.offered", "training.full", "logistics.committed",
                "logistics.offered", "logistics.full", "range", "gaps",
            ])
        #expect(EstimateName.allCases.reversed().sorted() == EstimateName.allCases)
    }

    @Test("a name reads back from its text, and nothing else does")
    func parse() {
        for name in EstimateName.allCases { #expect(EstimateName(name.text) == name) }
        for text in ["", "force", "force.", "summary.offered", "Force.offered", "force.offered ", "logistics.Full"] {
            #expect(EstimateName(text) == nil, "\(text)")
        }
    }

    @Test("type without scenario, topic with it")
    func typeAndTopic() {
        #expect(EstimateName.logistics(.full).type == "cadre.estimate.logistics.v1")
        #expect(EstimateName.summary.type == "cadre.estimate.summary.v1")
        #expect(OutgoingTopic.estimate(ID("ntm-i"), .logistics(.full)).text == "estimate.ntm-i.logistics.full")
    }
}
