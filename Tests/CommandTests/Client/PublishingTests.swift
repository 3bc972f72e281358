import CadreClient
import CadreContract
import Testing

@Suite("batches, rate and heads of a publisher")
struct PublishingTests {
    @Test("batches are bounded by count and bytes, and keep all events in order")
    func batches() {
        var batches = EventBatches<Int>(eventsMax: 3, bytesMax: 20, eventBytesMax: 20)
        var sent: [[Int]] = []
        for (event, bytes) in [(1, 5), (2, 5), (3, 5), (4, 5), (5, 19), (6, 20), (7, 1)] {
            if let full = batches.add(event, byteCount: bytes) { sent.append(full) }
        }
        if let rest = batches.rest() { sent.append(rest) }
        #expect(sent == [[1, 2, 3], [4], [5], [6], [7]])
        #expect(batches.rest() == nil)
        #expect(batches.fits(20) && !batches.fits(21))
    }

    @Test("any event fits into a request, and no request exceeds a daemon's limit")
    func requestBytes() {
        #expect(ClientLimits.requestBytesMax + 1_024 < ContractLimits().messageBytesMax)
        #expect(ClientLimits.requestBytesMax >= ContractLimits().eventBytesMax)
        #expect(ClientLimits.batchBytesMax + 1_024 < ContractLimits.eventBytesDefault)
    }

    @Test("the rate limiter permits one at once, then the rate, and no burst after a pause")
    func pace() {
        var pace = Pace(perSecond: 10)
        #expect(pace.take(at: 0, max: 100) == 1)
        #expect(pace.take(at: 0, max: 100) == 0)
        #expect(abs(pace.waitSeconds - 0.1) < 1e-9)
        #expect(pace.take(at: 0.5, max: 100) == 5)
        #expect(pace.take(at: 100, max: 100) == 10)
        #expect(pace.take(at: 101, max: 4) == 4)
    }

    @Test("head messages contain the greatest number of each source and epoch")
    func heads() throws {
        var counts = SourceCounts()
        for (epoch, sequence) in [("", 3), ("", 7), ("e2", 1)] as [(String, UInt64)] {
            counts.note(source: "urn:a", epoch: epoch, sequence: sequence)
        }
        counts.note(source: "urn:b", epoch: "", sequence: nil)
        let heads = counts.heads(time: "2024-01-01T00:00:00Z", id: "now")
        #expect(heads.map { String(decoding: $0.topic, as: UTF8.self) } == ["head.urn:a", "head.urn:a"])
        let read = heads.flatMap { EventReader().read(payload: $0.payload) }.map { reading -> String in
            guard case .head(let head) = reading else { return "no head" }
            return "\(head.source) \(head.epoch) \(head.sequence)"
        }
        #expect(read == ["urn:a  7", "urn:a e2 1"])
    }
}
