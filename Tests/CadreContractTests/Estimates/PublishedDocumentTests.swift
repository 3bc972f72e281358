import CadreJSON
import Testing

@testable import CadreContract
@testable import CadrePlanning

@Suite("documents of the bus are read by their topics")
struct PublishedDocumentTests {
    private static let node = ID<Node>("n1")
    private static let time = Instant(seconds: 1_092_477_600)

    private func read(_ topic: OutgoingTopic, _ event: [UInt8]) throws -> PublishedDocument {
        try PublishedDocument(topic: topic.text, reading: try JSONValue(parsing: event))
    }

    @Test("every estimate", arguments: EstimateName.allCases)
    func estimate(name: EstimateName) throws {
        let encoded = try #require(EncodedEstimate(name, of: EstimateSamples.full))
        let head = EstimateSamples.head
        let document = try read(.estimate(head.mission, name), encoded.event(head, node: Self.node, previous: 3))
        let expected = try PublishedEstimate(name, reading: encoded.data(head))
        #expect(document.content == .estimate(expected))
        #expect(document.time == head.asOf)
    }

    @Test("alerts of missions and of nodes")
    func alerts() throws {
        let alert = AlertNotice(
            code: Alert.Code.priorityGap, open: EstimateSamples.summary.openAlerts(.priorityGap))
        let document = try read(
            .alert(EstimateSamples.head.mission, .priorityGap), alert.event(EstimateSamples.head, node: Self.node))
        #expect(document.content == .alert(alert))
        let gap = OpenAlert<SequenceGap>(
            key: "urn:s#", since: nil, detail: SequenceGap(missing: [3...4]))
        let gaps = try #require(AlertNotice(code: NodeAlertCode.sequenceGap, from: [], to: [gap]))
        let event = gaps.event(node: Self.node, started: Self.time, number: 1, time: Self.time)
        #expect(try read(.nodeAlert(Self.node, .sequenceGap), event).content == .sequenceGaps(gaps))
        let clock = AlertNotice(
            code: NodeAlertCode.clockJump,
            open: [OpenAlert(clockOf: Self.node, at: Day(number: 3), known: Day(number: 9))])
        let jump = clock.event(node: Self.node, started: Self.time, number: 2, time: Self.time)
        #expect(try read(.nodeAlert(Self.node, .clockJump), jump).content == .alert(clock))
    }

    @Test("rejections, superseded events, status")
    func notices() throws {
        let rejection = Rejection(.schema, detail: "name: wrong", source: "urn:a", id: "7", bytes: [])
        let rejected = RejectedNotice(rejection, topic: "m1.x")
        #expect(
            try read(.rejected(nil, .schema), rejected.event(node: Self.node, number: 1, time: Self.time)).content
                == .rejected(rejected))
        // The notice does not publish the time of the superseded event.
        let superseded = SupersededNotice(
            Stamp(time: Instant(seconds: 0), id: "7", source: "urn:a"), topic: nil,
            by: Stamp(time: Self.time, id: "8", source: "urn:b"))
        #expect(
            try read(.superseded(ID("m1")), superseded.event(node: Self.node, sequence: 4, time: Self.time)).content
                == .superseded(superseded))
        let status = StatusNotice(version: "1.0", uptimeSeconds: 61.5, revision: 5, missions: ["m1": 5])
        #expect(
            try read(.status(Self.node), status.event(node: Self.node, started: Self.time, number: 1, time: Self.time))
                .content == .status(status))
    }

    @Test("a document of a later version has its type; a wrong member is named with the topic")
    func others() throws {
        let event = OutgoingEnvelope(type: "cadre.later.v1", node: Self.node, id: "x", time: Self.time)
            .event { $0.object { $0.member("a", 1) } }
        let later = try PublishedDocument(topic: "later.n1.a", reading: try JSONValue(parsing: event))
        #expect(later.content == .unknown(type: "cadre.later.v1"))
        let wrong = try JSONValue(parsing: event.replacing("cadre.later.v1", with: StatusNotice.type))
        #expect(throws: PublishedFault("status.n1", member: "version", expected: "a text", found: "nothing")) {
            try PublishedDocument(topic: "status.n1", reading: wrong)
        }
        for text in ["{}", "[]", "7", #"{"specversion":"1.0"}"#] {
            #expect(throws: PublishedFault.self) {
                try PublishedDocument(topic: "status.n1", reading: try JSONValue(parsing: Array(text.utf8)))
            }
        }
    }
}
