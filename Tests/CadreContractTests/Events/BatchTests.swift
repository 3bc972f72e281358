import CadrePlanning
import Testing

@testable import CadreContract

@Suite("batches: each event stands or falls alone (CONTRACT §§ 1 and 2)")
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

    @Test("readings come in the order of the events, each with its own bytes as they came")
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

    @Test("an event alone keeps its bytes without the white space around it")
    func alone() {
        guard case .event(let event)? = EventReader().read(payload: Array("\n \(good) \n".utf8)).first else {
            Issue.record("not taken")
            return
        }
        #expect(event.bytes == Array(good.utf8))
    }

    @Test("1 to 1,000 events; none is no CloudEvent, more are too large")
    func sizes() {
        #expect(verdicts("[]") == ["not-cloudevent"])
        #expect(verdicts("[\(good)]") == ["event"])
        let thousand = Array(repeating: good, count: 1_000).joined(separator: ",")
        #expect(verdicts("[\(thousand)]") == Array(repeating: "event", count: 1_000))
        #expect(verdicts("[\(thousand),\(good)]") == ["too-large"])
    }

    @Test("one event that is no JSON takes the message with it, since where the next begins is not known")
    func notJSON() {
        #expect(verdicts("[\(good),{\"id\":01}]") == ["not-json"])
    }

    @Test("the payload's limit is to the byte, and may be set")
    func limit() {
        let bytes = Array(good.utf8)
        let fits = EventReader(limits: ContractLimits(messageBytesMax: bytes.count))
        let fails = EventReader(limits: ContractLimits(messageBytesMax: bytes.count - 1))
        guard case .event? = fits.read(payload: bytes).first,
            case .rejected(let rejection)? = fails.read(payload: bytes).first
        else {
            Issue.record("the limit is not where it was set")
            return
        }
        #expect(rejection.reason == .tooLarge)
        #expect(ContractLimits().messageBytesMax == 1_048_576)
    }

    @Test("the limits hold together")
    func relations() {
        #expect(ContractLimits.rejectedBytesMax <= ContractLimits.messageBytesDefault)
        // The longest topic that our identifiers make: kind, mission, nation.
        #expect("logistics".count + 1 + ContractLimits.identifierCharactersMax + 1 + 3 <= ContractLimits.topicBytesMax)
        #expect(ContractLimits.batchEventsMax * 420 <= ContractLimits.messageBytesDefault)
        // List, event, data, value, map, number: what the deepest event of a batch needs.
        #expect(ContractLimits.jsonDepthMax >= 6)
    }
}
