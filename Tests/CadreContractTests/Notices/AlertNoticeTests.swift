import CadreContract
import CadrePlanning
import Testing

@Suite("Alerts are raised once and cleared once (CONTRACT § 4)")
struct AlertNoticeTests {
    private let node = ID<Node>("alpha")

    @Test("the first alert of a code raises it")
    func raise() throws {
        let notice = try #require(AlertNotice(code: Alert.Code.beds, from: [], to: [alert("taji"), alert("baghdad")]))
        #expect(notice.code == "beds")
        #expect(notice.open.map(\.key) == ["baghdad", "taji"])
        #expect(notice.raised == ["baghdad", "taji"])
        #expect(notice.cleared == [])
    }

    @Test("an alert that stays open is neither raised nor cleared again")
    func change() throws {
        let notice = AlertNotice(
            code: Alert.Code.beds, from: [alert("a"), alert("b"), alert("c")],
            to: [alert("d"), alert("c", since: 3), alert("a")])
        #expect(notice?.open == [alert("a"), alert("c", since: 3), alert("d")])
        #expect(notice?.raised == ["d"])
        #expect(notice?.cleared == ["b"])
    }

    @Test("clearing the last alert leaves an empty state, which is published")
    func clear() {
        let notice = AlertNotice(code: Alert.Code.beds, from: [alert("a")], to: [])
        #expect(notice?.open == [])
        #expect(notice?.cleared == ["a"])
    }

    @Test("a new detail is published without raising an alert")
    func detail() {
        let notice = AlertNotice(code: Alert.Code.beds, from: [alert("a", since: 1)], to: [alert("a", since: 2)])
        #expect(notice?.open == [alert("a", since: 2)])
        #expect(notice?.raised == [] && notice?.cleared == [])
    }

    @Test("without a change nothing is published; the order does not matter")
    func nothing() {
        #expect(
            AlertNotice(code: Alert.Code.beds, from: [alert("a"), alert("b")], to: [alert("b"), alert("a")]) == nil)
        #expect(AlertNotice<String>(code: Alert.Code.beds, from: [], to: []) == nil)
    }

    @Test("a mission's alerts are taken from its summary, by code")
    func fromSummary() throws {
        let summary = EstimateSamples.summary
        #expect(summary.openAlerts(.beds) == [])
        let notice = AlertNotice(code: Alert.Code.priorityGap, from: [], to: summary.openAlerts(.priorityGap))
        let event = try #require(notice).event(EstimateSamples.head, node: node)
        #expect(
            String(decoding: event, as: UTF8.self) == #"""
                {"specversion":"1.0","id":"ntm-i/alert.priority-gap/140","source":"urn:cadre:alpha",\#
                "type":"cadre.alert.v1","time":"2004-08-14T10:00:00.25Z","datacontenttype":"application/json",\#
                "cause":"e-140","data":{"code":"priority-gap","open":[\#
                {"key":"baghdad/adviser","since":0,"detail":"1 of 2 posts from period 0"},\#
                {"key":"baghdad/protection.guard","since":1,"detail":"35 of 95 posts from period 1"}],\#
                "raised":["baghdad/adviser","baghdad/protection.guard"],"cleared":[]}}
                """#)
    }

    @Test("events follow the schema, the node's own with the missing numbers")
    func schema() throws {
        let stream = LossTracker.Stream(source: "urn:nor", epoch: "e1")
        let gap = OpenAlert<SequenceGap>(stream, missing: [3...4, 9...9])
        let raised = try #require(AlertNotice(code: NodeAlertCode.sequenceGap, from: [], to: [gap]))
        let time = Instant(seconds: 1_092_441_600)
        let own = raised.event(node: node, started: time, number: 1, time: time)
        #expect(
            String(decoding: own, as: UTF8.self).hasSuffix(
                #"""
                "data":{"code":"sequence-gap","open":[{"key":"urn:nor#e1","since":null,\#
                "detail":{"missing":[[3,4],[9,9]]}}],"raised":["urn:nor#e1"],"cleared":[]}}
                """#))
        let infeasible = AlertNotice(
            code: Alert.Code.infeasibleDemand, open: EstimateSamples.summary.openAlerts(.infeasibleDemand))
        let restored = infeasible.event(EstimateSamples.head, node: node)
        let schema = "notices/event.schema.json"
        #expect(try SchemaFolder.problems(of: [own, restored], by: schema) == [nil, nil])
        let wrong = [
            own.replacing("[[3,4],[9,9]]", with: "[[3,4],9]"), own.replacing("sequence-gap", with: "beds"),
            restored.replacing(#""since":null,"#, with: ""),
        ]
        #expect(try SchemaFolder.problems(of: wrong, by: schema).allSatisfy { $0 != nil })
    }

    private func alert(_ key: String, since: Int? = 0) -> OpenAlert<String> {
        OpenAlert(key: key, since: since, detail: "60 of 56 beds")
    }
}
