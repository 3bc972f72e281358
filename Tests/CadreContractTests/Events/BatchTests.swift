import CadrePlanning
import Testing

@testable import CadreContract

@Suite("batches: each event is validated separately (CONTRACT §§ 1 and 2)")
struct BatchTests {
    private let good =
        #"""
        { "specversion":"1.0","id":"g","source":"s",\#
        "type":"cadre.clock.advanced.v1" , "time":"2004-08-14T10:00:00Z","data":{"mission":"ATLAS"}}
        """#
    private let head =
        #"""
        {"specversion":"1.0","id":"h","source":"s","type":"cadre.source.head.v1","time":"2004-08-14T10:00:00Z",\#
        "data":{"sequence":70}}
        """#

    private func verdicts(_ payload: String) -> [String] {
        EventReader().read(payload: Array(payload.utf8)).map { reading in
            switch reading {
            case .event: "event"
            case .head: "head"
            case .rejected(let rejection): rejection.reason.rawValue
            }
        }
    }

    @Test("readings are in the order of the events, each with its own bytes as received")
    func mixed() {
        let payload = " [\(good) ,5, \(head),[\(good)],{\"id\":1.0} ,\n\(good)]\n"
        #expect(verdicts(payload) == ["event", "not-cloudevent", "head", "not-cloudevent", "not-cloudevent", "event"])
        let bytes = EventReader().read(payload: Array(payload.utf8)).map { reading in
            switch reading {
            case .event(let event): String(decoding: event.bytes, as: UTF8.self)
            case .head(let head): String(decoding: head.bytes, as: UTF8.self)
            case .rejected(let rejection): String(decoding: rejection.bytes, as: UTF8.self)
            }
        }
        #expect(bytes == [good, "5", head, "[\(good)]", "{\"id\":1.0}", good])
    }

    @Test("a single event keeps its bytes without the white space around it")
    func alone() {
        guard case .event(let event)? = EventReader().read(payload: Array("\n \(good) \n".utf8)).first else {
            Issue.record("not taken")
            return
        }
        #expect(event.bytes == Array(good.utf8))
    }

    @Test("a batch has 1 to 1,000 events; an empty one is not a CloudEvent, a longer one is too large")
    func sizes() {
        #expect(verdicts("[]") == ["not-cloudevent"])
        #expect(verdicts("[\(good)]") == ["event"])
        let thousand = Array(repeating: good, count: 1_000).joined(separator: ",")
        #expect(verdicts("[\(thousand)]") == Array(repeating: "event", count: 1_000))
        #expect(verdicts("[\(thousand),\(good)]") == ["too-large"])
    }

    @Test("one event that is not JSON rejects the whole message, since the start of the next is unknown")
    func notJSON() {
        #expect(verdicts("[\(good),{\"id\":01}]") == ["not-json"])
    }

    @Test("the payload's limit is exact to the byte and configurable")
    func limit() {
        let bytes = Array(good.utf8)
        let fits = EventReader(limits: ContractLimits(eventBytesMax: bytes.count))
        let fails = EventReader(limits: ContractLimits(eventBytesMax: bytes.count - 1))
        guard case .event? = fits.read(payload: bytes).first,
            case .rejected(let rejection)? = fails.read(payload: bytes).first
        else {
            Issue.record("the limit is not where it was set")
            return
        }
        #expect(rejection.reason == .tooLarge)
        #expect(ContractLimits().eventBytesMax == 1_048_576)
        #expect(ContractLimits().messageBytesMax == 4_194_304)
        #expect(ContractLimits(eventBytesMax: .max).messageBytesMax == .max)
    }

    /// Returns an event with a member nested to the given depth: the event and its data are two of the levels.
    private func nested(_ depth: Int) -> String {
        let lists = String(repeating: "[", count: depth - 2) + String(repeating: "]", count: depth - 2)
        return good.replacing(#""mission":"ATLAS""#, with: #""mission":"ATLAS","x":\#(lists)"#)
    }

    @Test("an event that is too deep is the only one rejected, in a batch and as a single event")
    func depth() {
        #expect(verdicts(nested(32)) == ["event"])
        #expect(verdicts(nested(33)) == ["not-json"])
        #expect(
            verdicts("[\(nested(33)),\(nested(32)),\(good),\(nested(35))]") == [
                "not-json", "event", "event", "not-json",
            ])
        #expect(verdicts("[\(nested(36)),\(good)]") == ["not-json"], "the text as a whole is too deep")
    }

    @Test("in a batch of four times its size, only an event that is too large is rejected, with its identity")
    func size() throws {
        let bytes = good.utf8.count
        let reader = EventReader(limits: ContractLimits(eventBytesMax: bytes))
        let large = good.replacing(#""mission":"ATLAS""#, with: #""mission":"ATLAS","x":1"#)
        let readings = reader.read(payload: Array("[\(good),\(large),\(good)]".utf8))
        #expect(readings.count == 3)
        guard case .event = readings[0], case .rejected(let rejection) = readings[1], case .event = readings[2] else {
            Issue.record("\(readings)")
            return
        }
        #expect(rejection.reason == .tooLarge)
        #expect(rejection.id == "g")
        #expect(rejection.detail == "event: expected an event of at most \(bytes) bytes, found \(large.utf8.count)")
        let five = Array("[\(Array(repeating: good, count: 5).joined(separator: ","))]".utf8)
        #expect(reader.read(payload: five).count == 1, "the batch as a whole is too large")
    }

    @Test("the limits are consistent")
    func relations() {
        #expect(ContractLimits.rejectedBytesMax <= ContractLimits.eventBytesDefault)
        // The longest topic that consists of identifiers: kind, mission, nation.
        #expect("logistics".count + 1 + ContractLimits.identifierCharactersMax + 1 + 3 <= ContractLimits.topicBytesMax)
        #expect(ContractLimits.batchEventsMax * 420 <= ContractLimits.eventBytesDefault)
        // List, event, data, value, map, number: the depth of the deepest event of a batch.
        #expect(ContractLimits.jsonDepthMax >= 6)
    }
}
