import CadrePlanning
import Testing

@testable import CadreContract

@Suite("rejections: reasons, their order, and their content (CONTRACT §§ 2, 5, 9)")
struct ReasonTests {
    private let reader = EventReader(limits: ContractLimits(eventBytesMax: 2_000))
    private let now = Instant(seconds: 1_092_477_600)  // 2004-08-14T10:00:00Z

    private func pledge(
        mission: String = "ATLAS", nation: String = "NOR", quantity: String = "3", time: String = "2004-08-14T10:00:00Z"
    ) -> String {
        #"""
        {"specversion":"1.0","id":"e-1","source":"urn:nation:NOR","type":"cadre.pledge.recorded.v1",\#
        "time":"\#(time)","sequence":"5","epoch":"k","data":{"mission":"\#(mission)","pledge":"P",\#
        "nation":"\#(nation)","kind":"personnel","status":"offered","capability":"trainer",\#
        "quantity":\#(quantity),"from":"2005-01-01"}}
        """#
    }

    private let head =
        #"""
        {"specversion":"1.0","id":"h","source":"urn:cell:plans","type":"cadre.source.head.v1",\#
        "time":"2004-08-14T10:00:00Z","data":{"sequence":70}}
        """#

    private func read(_ topic: String, _ payload: String, refusal: String? = nil) -> [Reading] {
        reader.read(topic: Array(topic.utf8), payload: Array(payload.utf8)) { _ in refusal }.map { reading in
            switch reading {
            case .event(let received):
                let decision = MissionAcceptance().evaluate(received, at: now).decision(on: received)
                return if case .reject(let rejection) = decision { .rejected(rejection) } else { reading }
            case .head(let head): return MissionAcceptance.rejection(of: head, at: now).map { .rejected($0) } ?? reading
            case .rejected: return reading
            }
        }
    }

    private func reason(_ readings: [Reading]) -> RejectionReason? {
        guard readings.count == 1, case .rejected(let rejection) = readings[0] else { return nil }
        return rejection.reason
    }

    @Test("a valid event passes")
    func taken() {
        guard case .event(let event)? = read("pledge.ATLAS.NOR", pledge()).first else {
            Issue.record("not taken")
            return
        }
        #expect(Topic.of(event.event) == "pledge.ATLAS.NOR")
        guard case .head(let head)? = read("head.urn:cell:plans", head).first else {
            Issue.record("head not taken")
            return
        }
        #expect(Topic.of(head) == "head.urn:cell:plans")
    }

    @Test("each reason that follows from a message itself")
    func reasons() {
        let topic = "pledge.ATLAS.NOR"
        #expect(reason(read(topic, String(repeating: " ", count: 8_001))) == .tooLarge)
        #expect(reason(read(String(repeating: "x", count: 201), pledge())) == .malformedFrames)
        #expect(reason(reader.read(topic: [0xFF], payload: Array(pledge().utf8))) == .malformedFrames)
        #expect(reason(read(topic, "{")) == .notJSON)
        #expect(reason(read(topic, "{}")) == .notCloudEvent)
        #expect(reason(read(topic, pledge().replacing("recorded", with: "dreamt"))) == .unknownType)
        #expect(reason(read(topic, pledge(quantity: "-1"))) == .schema)
        #expect(reason(read("pledge.ATLAS.SWE", pledge())) == .topicMismatch)
        #expect(reason(read(topic, pledge(), refusal: "this key speaks for SWE")) == .notAuthorised)
        #expect(reason(read(topic, pledge(time: "2004-08-14T10:05:00.001Z"))) == .timeInFuture)
    }

    @Test("a number beyond every double is refused, also in unknown members, and only in its own event")
    func infinite() {
        func event(_ id: String, _ number: String) -> String {
            pledge().replacing("e-1", with: id).replacing(#""data":{"#, with: #""data":{"x":{"y":[\#(number)]},"#)
        }
        let long = "1" + String(repeating: "0", count: 400)
        let numbers = ["1e999", "-1e400", long, "1e308", "1e-999", "0e999", String(repeating: "9", count: 308)]
        let batch = "[" + numbers.enumerated().map { event("e-\($0)", $1) }.joined(separator: ",") + "]"
        let readings = EventReader().read(payload: Array(batch.utf8))
        let reasons = readings.map { reason([$0]) }
        #expect(reasons == [.schema, .schema, .schema, nil, nil, nil, nil])
    }

    @Test("of several faults, the first in the order of the reasons is reported")
    func order() {
        let late = "2005-01-01T00:00:00Z"
        let long = String(repeating: "x", count: 201)
        #expect(reason(read(long, String(repeating: " ", count: 8_001))) == .tooLarge)
        #expect(reason(read(long, "{")) == .malformedFrames)
        #expect(reason(read("x", pledge(quantity: "-1", time: late), refusal: "no")) == .schema)
        #expect(reason(read("x", pledge(time: late), refusal: "no")) == .topicMismatch)
        #expect(reason(read("pledge.ATLAS.NOR", pledge(time: late), refusal: "no")) == .notAuthorised)
        #expect(RejectionReason.allCases == RejectionReason.allCases.sorted())
        #expect(RejectionReason.limit > .conflict && RejectionReason.conflict > .timeInFuture)
    }

    @Test(
        "a topic names exactly kind, mission and, for a pledge, nation",
        arguments: [
            "pledge.ATLAS", "pledge.ATLAS.NOR.", "pledge.ATLAS.NOR.x", "pledge.atlas.NOR", "plan.ATLAS", "",
            "pledge.ATLAS.nor",
            "head.urn:nation:NOR",
        ])
    func topics(topic: String) {
        #expect(reason(read(topic, pledge())) == .topicMismatch)
    }

    @Test("every type has the topic kind of its table")
    func topicKinds() throws {
        for sample in EventSample.all where sample.type != "source.head" {
            guard case .event(let received)? = EventReader().read(payload: try sample.event()).first else { continue }
            let kind =
                switch sample.type {
                case "demand.set", "run.scheduled", "instructors.counted": "training"
                case "pledge.recorded": "pledge"
                case "stock.counted", "delivery.received": "logistics"
                default: "plan"
                }
            #expect(Topic.of(received.event) == (kind == "pledge" ? "pledge.ATLAS.NOR" : "\(kind).ATLAS"))
        }
        #expect(reason(read("head.urn:cell:plan", head)) == .topicMismatch)
    }

    @Test("five minutes ahead are let pass to the last digit; a clock's `to` may be any")
    func future() {
        for time in ["2004-08-14T10:05:00Z", "2004-08-14T12:05:00.000+02:00", "0001-01-01T00:00:00Z"] {
            #expect(reason(read("pledge.ATLAS.NOR", pledge(time: time))) == nil)
        }
        #expect(
            reason(read("pledge.ATLAS.NOR", pledge(time: "2004-08-14T10:05:00.000000000000000000001Z")))
                == .timeInFuture)
        let clock =
            #"""
            {"specversion":"1.0","id":"c","source":"s","type":"cadre.clock.advanced.v1",\#
            "time":"2004-08-14T10:00:00Z","data":{"mission":"ATLAS","to":"2099-01-01T00:00:00Z"}}
            """#
        #expect(reason(read("plan.ATLAS", clock)) == nil)
        let late = head.replacing("2004-08-14", with: "2005-08-14")
        #expect(reason(read("head.urn:cell:plans", late)) == .timeInFuture)
    }

    @Test("a rejection has the attributes that loss tracker and operator need, and no content")
    func details() throws {
        let payload = pledge(quantity: "\"lots\"")
        guard case .rejected(let rejection)? = reader.read(payload: Array(payload.utf8)).first else {
            Issue.record("taken")
            return
        }
        #expect(rejection.member == "quantity")
        #expect(rejection.expected == "a whole number 0 to 1000000")
        #expect(rejection.detail == "quantity: expected a whole number 0 to 1000000, found a text")
        #expect(rejection.source == "urn:nation:NOR")
        #expect(rejection.id == "e-1")
        #expect(rejection.mission?.text == "ATLAS")
        #expect(rejection.sourceSequence == 5)
        #expect(rejection.epoch == "k")
        #expect(rejection.bytes == Array(payload.utf8))
    }

    @Test("attributes of a rejected event that cannot be read are omitted")
    func salvage() {
        let payload = #"{"specversion":"1.0","id":5,"source":"","sequence":0,"epoch":[],"data":{"mission":"a.b"}}"#
        guard case .rejected(let rejection)? = reader.read(payload: Array(payload.utf8)).first else {
            Issue.record("taken")
            return
        }
        #expect(rejection.reason == .notCloudEvent)
        #expect(rejection.id == nil && rejection.source == nil && rejection.mission == nil)
        #expect(rejection.sourceSequence == nil && rejection.epoch == "")
    }

    @Test("a rejected head uses no number of its source")
    func rejectedHead() {
        let payload = head.replacing("\"data\":{\"sequence\":70}", with: "\"sequence\":\"70\",\"data\":{}")
        guard case .rejected(let rejection)? = reader.read(payload: Array(payload.utf8)).first else {
            Issue.record("taken")
            return
        }
        #expect(rejection.reason == .schema && rejection.member == "sequence")
        #expect(rejection.sourceSequence == nil)
    }

    @Test("the first 64 KiB of a rejected message are kept")
    func kept() {
        let payload = Array(repeating: UInt8(ascii: " "), count: 100_000)
        guard case .rejected(let rejection)? = EventReader().read(payload: payload).first else {
            Issue.record("taken")
            return
        }
        #expect(rejection.reason == .notJSON)
        #expect(rejection.bytes.count == 65_536)
    }
}
