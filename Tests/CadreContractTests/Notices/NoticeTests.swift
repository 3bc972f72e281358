import CadreContract
import CadrePlanning
import Testing

@Suite("Notices (CONTRACT §§ 2 and 4)")
struct NoticeTests {
    private let node = ID<Node>("alpha")
    private let started = Instant(seconds: 1_092_441_600)
    private let time = Instant(seconds: 1_092_441_610, fraction: "5")

    @Test("a rejection contains the reason, never the content")
    func rejected() throws {
        let rejection = Rejection(
            .schema, member: "quantity", expected: "a count", detail: "quantity: expected a count, found text",
            source: "urn:nor", id: "e-1", mission: ID("ntm-i"), bytes: Array("SECRET".utf8))
        let event = RejectedNotice(rejection, topic: "pledge.ntm-i.NOR").event(node: node, number: 7, time: time)
        #expect(
            text(event) == #"""
                {"specversion":"1.0","id":"alpha/rejected/7","source":"urn:cadre:alpha",\#
                "type":"cadre.event.rejected.v1","time":"2004-08-14T00:00:10.5Z","datacontenttype":"application/json",\#
                "data":{"reason":"schema","detail":"quantity: expected a count, found text","source":"urn:nor",\#
                "id":"e-1","topic":"pledge.ntm-i.NOR"}}
                """#)
        try expectValid([event, RejectedNotice(unread, topic: nil).event(node: node, number: 8, time: time)])
        try expectInvalid([
            event.replacing(#""reason":"schema""#, with: #""reason":"no idea""#),
            event.replacing(#""detail":"#, with: #""details":"#),
        ])
    }

    @Test("a superseded event is reported together with the current event")
    func superseded() throws {
        let late = Stamp(time: started, id: "e-1", source: "urn:nor")
        let current = Stamp(time: time, id: "e-2", source: "urn:cell")
        let event = SupersededNotice(late, topic: "pledge.ntm-i.NOR", by: current)
            .event(node: node, sequence: 12, time: time)
        #expect(
            text(event) == #"""
                {"specversion":"1.0","id":"alpha/superseded/12","source":"urn:cadre:alpha",\#
                "type":"cadre.event.superseded.v1","time":"2004-08-14T00:00:10.5Z",\#
                "datacontenttype":"application/json","data":{"source":"urn:nor","id":"e-1",\#
                "topic":"pledge.ntm-i.NOR",\#
                "by":{"source":"urn:cell","id":"e-2","time":"2004-08-14T00:00:10.5Z"}}}
                """#)
        try expectValid([event])
        try expectInvalid([event.replacing(#""by":"#, with: #""than":"#)])
    }

    @Test("a long name in a rejection is cut at the limit of free text")
    func longNames() throws {
        var rejection = unread
        rejection.id = String(repeating: "é", count: 5_000)
        let event = text(RejectedNotice(rejection, topic: nil).event(node: node, number: 1, time: time))
        #expect(event.contains(#""id":""# + String(repeating: "é", count: 4_096) + "…\""))
        rejection.id = String(repeating: "é", count: 4_096)
        let whole = text(RejectedNotice(rejection, topic: nil).event(node: node, number: 1, time: time))
        #expect(whole.contains(#""id":""# + String(repeating: "é", count: 4_096) + "\""))
    }

    @Test("status has digests by topic, with names in order")
    func status() throws {
        let digest = String(repeating: "0123456789abcdef", count: 4)
        let status = StatusNotice(
            version: "1.0.0", uptimeSeconds: 10.25, revision: 140, missions: ["ntm-i": 140, "nmi": 99],
            topics: ["estimate.ntm-i.summary": digest], opened: ["urn:nor#": 6], rates: ["events": 0.5],
            queues: ["intake": 0], counters: ["accepted": 140])
        let event = status.event(node: node, started: started, number: 1, time: time)
        #expect(text(event).hasPrefix(#"{"specversion":"1.0","id":"alpha/2004-08-14T00:00:00Z/1","#))
        #expect(
            text(event).hasSuffix(
                #"""
                "data":{"version":"1.0.0","uptimeSeconds":10.25,"revision":140,"missions":{"nmi":99,"ntm-i":140},\#
                "topics":{"estimate.ntm-i.summary":"\#(digest)"},"opened":{"urn:nor#":6},"rates":{"events":0.5},"queues":{"intake":0},\#
                "counters":{"accepted":140}}}
                """#))
        let idle = StatusNotice(version: "1.0.0", uptimeSeconds: 0, revision: 0)
        try expectValid([event, idle.event(node: node, started: started, number: 2, time: time)])
        try expectInvalid([
            event.replacing(digest, with: "none"), event.replacing(#""rates":"#, with: #""rate":"#),
        ])
    }

    @Test("the clock of a live mission is set by an event with one id per day")
    func clock() {
        let event = ClockEvent(mission: ID("ntm-i"), day: Day(number: 12_644))
        #expect(event.topic == "plan.ntm-i")
        #expect(
            text(event.event(node: node)) == #"""
                {"specversion":"1.0","id":"clock/ntm-i/2004-08-14","source":"urn:cadre:alpha",\#
                "type":"cadre.clock.advanced.v1","time":"2004-08-14T00:00:00Z","datacontenttype":"application/json",\#
                "data":{"mission":"ntm-i"}}
                """#)
        let taken = ClockEvent(mission: ID("ntm-i"), day: Day(number: 12_644), generation: 3)
        #expect(taken.id == "clock/ntm-i/2004-08-14/3")
        #expect(text(taken.event(node: node)).hasSuffix(#""data":{"mission":"ntm-i","generation":3}}"#))
    }

    @Test("a clock that jumped is an alert of the node, by its name")
    func clockJump() throws {
        let open = OpenAlert(clockOf: node, at: Day(number: 16_296), known: Day(number: 12_644))
        let notice = try #require(AlertNotice(code: NodeAlertCode.clockJump, from: [], to: [open]))
        let event = notice.event(node: node, started: started, number: 1, time: time)
        let begin = #""code":"clock-jump","open":[{"key":"alpha","since":null,"detail":"the machine's clock"#
        #expect(text(event).contains(begin))
        #expect(OutgoingTopic.nodeAlert(node, .clockJump).text == "alert.alpha.clock-jump")
        try expectValid([event])
        try expectInvalid([event.replacing("clock-jump", with: "clock-leap")])
    }

    private let unread = Rejection(.notJSON, detail: "byte 0: nothing", bytes: [])

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func expectValid(_ events: [[UInt8]], _ location: SourceLocation = #_sourceLocation) throws {
        let problems = try SchemaFolder.problems(of: events, by: "notices/event.schema.json")
        #expect(problems.allSatisfy { $0 == nil }, "\(problems)", sourceLocation: location)
    }

    private func expectInvalid(_ events: [[UInt8]], _ location: SourceLocation = #_sourceLocation) throws {
        let problems = try SchemaFolder.problems(of: events, by: "notices/event.schema.json")
        #expect(problems.allSatisfy { $0 != nil }, "\(problems)", sourceLocation: location)
    }
}
