import CadreJSON
import CadrePlanning
import Testing

@testable import CadreContract

@Suite("the CloudEvents envelope (CONTRACT §§ 2 and 9)")
struct EnvelopeTests {
    private static let base =
        #"""
        {"specversion":"1.0","id":"e-1","source":"urn:nation:NOR","type":"cadre.clock.advanced.v1",\#
        "time":"2004-08-14T10:00:00.500+02:00","sequence":"7","epoch":"k","datacontenttype":"application/json",\#
        "subject":5,"traceparent":null,"other":{"a":[]},"data":{"mission":"ATLAS"}}
        """#

    private func event(_ name: String, _ fragment: String?) throws -> [UInt8] {
        let whole = try JSONValue(parsing: Array(Self.base.utf8))
        return Array((whole.exchanging([name], with: fragment) ?? "").utf8)
    }

    @Test("all attributes are read")
    func read() throws {
        guard case .event(let received)? = EventReader().read(payload: Array(Self.base.utf8)).first else {
            Issue.record("not taken")
            return
        }
        #expect(received.event.stamp.id == "e-1")
        #expect(received.event.stamp.source == "urn:nation:NOR")
        #expect(received.event.stamp.time.text == "2004-08-14T08:00:00.5Z")
        #expect(received.event.mission.text == "ATLAS")
        #expect(received.type == "cadre.clock.advanced.v1")
        #expect(received.sourceSequence == 7)
        #expect(received.epoch == "k")
        #expect(received.bytes == Array(Self.base.utf8))
    }

    struct Attribute: Sendable {
        let name: String
        let isRequired: Bool
        let right: [String]
        let wrong: [String]
        var beyondSchema: [String] = []
    }

    private static let x4096 = String(repeating: "x", count: 4_096)
    static let attributes = [
        Attribute(
            name: "specversion", isRequired: true, right: ["\"1.0\"", "\"\\u0031.0\""],
            wrong: ["\"1.1\"", "\"\"", "1.0", "null"]),
        Attribute(
            name: "id", isRequired: true, right: ["\"clock/M/2020-01-01\"", "\" \u{E9}\"", "\"\(x4096)\""],
            wrong: ["\"\"", "\"\(x4096)x\"", "5", "null", "[]"]),
        Attribute(
            name: "source", isRequired: true,
            right: ["\"/a\"", "\"urn:cadre:n-1\"", "\"https://x.y/z?a=b%20c#d\"", "\"a\""],
            wrong: [
                "\"\"", "\"a b\"", "\"a%2\"", "\"a%zz\"", "\"<a>\"", "\"a\\\\b\"", "\"\u{E9}\"", "\"a\\n\"",
                "\"\(x4096)x\"", "5", "null",
            ]),
        Attribute(name: "type", isRequired: true, right: [], wrong: ["\"\"", "5", "null", "\"\(x4096)x\""]),
        Attribute(
            name: "time", isRequired: true, right: MemberValues.instant.right,
            wrong: MemberValues.instant.wrong.filter { !$0.isBeyondSchema }.map(\.fragment),
            beyondSchema: MemberValues.instant.wrong.filter(\.isBeyondSchema).map(\.fragment)),
        Attribute(name: "data", isRequired: true, right: [#"{"mission":"M"}"#], wrong: []),
        Attribute(
            name: "sequence", isRequired: false,
            // An optional attribute that is null is absent (CloudEvents' JSON format § 2.2).
            right: ["null", "1", "5.0", "\"1\"", "\"0007\"", "9223372036854775807", "\"9223372036854775807\""],
            wrong: [
                "0", "\"0\"", "\"\"", "-1", "\"-1\"", "1.5", "\"1.0\"", "\"one\"", "\" 1\"", "\"1\\n\"", "true", "[]",
                "1e999", "9223372036854775808",
            ],
            beyondSchema: ["\"9223372036854775808\"", "\"9999999999999999999\""]),
        Attribute(
            name: "epoch", isRequired: false, right: ["null", "\"\"", "\"ATLAS/2\""],
            wrong: ["5", "[]", "\"\(x4096)x\""]),
    ]

    @Test("each attribute, valid, invalid and missing, by code and by schema")
    func attributes() throws {
        var judged: [(event: [UInt8], isTaken: Bool, isBeyondSchema: Bool)] = []
        for attribute in Self.attributes {
            for fragment in attribute.right {
                let event = try event(attribute.name, fragment)
                #expect(MemberTableTests.verdict(event) == "", "\(attribute.name): \(fragment.prefix(99))")
                judged.append((event, true, false))
            }
            for fragment in attribute.wrong + attribute.beyondSchema {
                let event = try event(attribute.name, fragment)
                #expect(
                    MemberTableTests.verdict(event) == "not-cloudevent \(attribute.name)",
                    "\(attribute.name): \(fragment.prefix(99))")
                judged.append((event, false, attribute.beyondSchema.contains(fragment)))
            }
            let missing = try event(attribute.name, nil)
            #expect(
                MemberTableTests.verdict(missing) == (attribute.isRequired ? "not-cloudevent \(attribute.name)" : ""))
            judged.append((missing, !attribute.isRequired, false))
        }
        let problems = try SchemaFolder.problems(of: judged.map(\.event), by: "events/clock.advanced.schema.json")
        for (one, problem) in zip(judged, problems) {
            let text = String(decoding: one.event.prefix(300), as: UTF8.self)
            #expect(
                (problem == nil) == (one.isTaken || one.isBeyondSchema), "\(problem ?? "taken by the schema"): \(text)")
        }
    }

    @Test(
        "a value other than an object is not a CloudEvent; such data violates the schema",
        arguments: [
            ("5", "not-cloudevent event"), ("\"text\"", "not-cloudevent event"), ("true", "not-cloudevent event"),
            ("null", "not-cloudevent event"), ("{}", "not-cloudevent specversion"),
        ])
    func notObjects(text: String, verdict: String) {
        #expect(MemberTableTests.verdict(Array(text.utf8)) == verdict)
    }

    @Test("data other than an object violates the schema", arguments: ["7", "null", "\"x\"", "[]", "true"])
    func dataNoObject(fragment: String) throws {
        #expect(MemberTableTests.verdict(try event("data", fragment)) == "schema data")
    }

    @Test(
        "a type that is not in the contract is reported as such before data is checked",
        arguments: [
            "cadre.site.defined.v9", "cadre.site.defined.v1 ", "Cadre.site.defined.v1", "x",
            "cadre.estimate.summary.v1",
        ])
    func unknownType(type: String) throws {
        #expect(MemberTableTests.verdict(try event("type", "\"\(type)\"")) == "unknown-type type")
    }

    @Test("of duplicate attributes, the last applies")
    func duplicates() throws {
        let text = Self.base.dropLast() + #","id":"e-2","data":{"mission":"A"},"data":{"mission":"B"}}"#
        guard case .event(let received)? = EventReader().read(payload: Array(text.utf8)).first else {
            Issue.record("not taken")
            return
        }
        #expect(received.event.stamp.id == "e-2")
        #expect(received.event.mission.text == "B")
    }

    @Test("a head's epoch is that of its data, or else that of the envelope")
    func head() throws {
        func head(_ data: String) throws -> SourceHead {
            let text =
                #"""
                {"specversion":"1.0","id":"h","source":"urn:x","type":"cadre.source.head.v1",\#
                "time":"2004-08-14T10:00:00Z","epoch":"E","sequence":3,"data":\#(data)}
                """#
            guard case .head(let head)? = EventReader().read(payload: Array(text.utf8)).first else { throw Untaken() }
            return head
        }
        struct Untaken: Error {}
        #expect(try head(#"{"sequence":0}"#).sequence == 0)
        #expect(try head(#"{"sequence":"70"}"#).sequence == 70)
        #expect(try head(#"{"sequence":7}"#).epoch == "E")
        #expect(try head(#"{"sequence":7,"epoch":""}"#).epoch == "")
        #expect(try head(#"{"sequence":7,"epoch":"F"}"#).epoch == "F")
        #expect(try head(#"{"sequence":7}"#).source == "urn:x")
    }
}
