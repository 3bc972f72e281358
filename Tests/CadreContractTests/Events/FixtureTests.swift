import CadreJSON
import Foundation
import Testing

@testable import CadreContract

@Suite("recorded events, valid and invalid, by code and by schema")
struct FixtureTests {
    private static func lines(_ name: String) throws -> [[UInt8]] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
        return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map { Array($0) }
    }

    /// Returns the schema of an event's own type.
    private static func schema(of event: [UInt8]) throws -> String? {
        guard let type = try JSONValue(parsing: event)["type"]?.text, EventType(rawValue: type) != nil else {
            return nil
        }
        return "events/\(type.dropFirst("cadre.".count).dropLast(".v1".count)).schema.json"
    }

    @Test("code and schema accept the valid events")
    func valid() throws {
        let events = try Self.lines("valid.ndjson")
        #expect(events.count >= 40)
        for event in events {
            #expect(MemberTableTests.verdict(event) == "", "\(String(decoding: event, as: UTF8.self))")
        }
        for (schema, events) in try Dictionary(grouping: events, by: { try #require(try Self.schema(of: $0)) }) {
            for (event, problem) in zip(events, try SchemaFolder.problems(of: events, by: schema)) {
                #expect(problem == nil, "\(String(decoding: event, as: UTF8.self))")
            }
        }
    }

    @Test("the code refuses the invalid events with reason and member, and so does their schema")
    func invalid() throws {
        var bySchema: [String: [(event: [UInt8], isBeyondSchema: Bool)]] = [:]
        let lines = try Self.lines("invalid.ndjson")
        #expect(lines.count >= 70)
        for line in lines {
            let fixture = try JSONValue(parsing: line)
            let event = try #require(fixture["event"]?.source ?? fixture["text"]?.text.map { Array($0.utf8) })
            let reason = try #require(fixture["reason"]?.text)
            let member = try #require(fixture["member"]?.text)
            #expect(
                MemberTableTests.verdict(event) == "\(reason) \(member)", "\(String(decoding: event, as: UTF8.self))")
            guard fixture["text"] == nil, let schema = try Self.schema(of: event) else { continue }
            bySchema[schema, default: []].append((event, fixture["beyondSchema"]?.boolean ?? false))
        }
        for (schema, events) in bySchema {
            for (one, problem) in zip(events, try SchemaFolder.problems(of: events.map(\.event), by: schema)) {
                #expect((problem == nil) == one.isBeyondSchema, "\(String(decoding: one.event, as: UTF8.self))")
            }
        }
    }
}
