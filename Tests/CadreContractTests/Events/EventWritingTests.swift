import CadreJSON
import CadrePlanning
import Foundation
import Testing

@testable import CadreContract

@Suite("documents written by the tables")
struct EventWritingTests {
    private static func received(_ payload: [UInt8]) throws -> ReceivedEvent? {
        guard case .event(let received)? = EventReader().read(payload: payload).first else { return nil }
        return received
    }

    @Test("a written document reads back as itself", arguments: EventSample.all)
    func roundTrip(sample: EventSample) throws {
        var payloads = [try sample.event()]
        for row in sample.rows {
            for fragment in row.values.right { payloads.append(try sample.event(row.path, fragment)) }
        }
        for payload in payloads {
            guard let read = try Self.received(payload) else { continue }  // a head concerns no entity
            let type = try #require(EventType(rawValue: read.type))
            var data = JSONWriter()
            try #require(EventTable.of(type)).write(read.event.document, of: read.event.mission, to: &data)
            let draft = EventDraft(
                type: type, source: "urn:t", id: "w", time: read.event.stamp.time.text, data: data.bytes)
            let again = try #require(
                try Self.received(draft.bytes), "\(String(decoding: data.bytes.prefix(400), as: UTF8.self))")
            #expect(again.event.document == read.event.document)
            #expect(again.event.mission == read.event.mission)
        }
    }
}
