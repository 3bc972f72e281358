import Testing

@testable import CadreContract

@Suite("every member of every type, valid and invalid (CONTRACT §§ 2, 3, 9)")
struct MemberTableTests {
    private static let reader = EventReader()

    /// Returns "" if the event is accepted, else the reason and the member.
    static func verdict(_ event: [UInt8]) -> String {
        switch reader.read(payload: event).first {
        case .event, .head: ""
        case .rejected(let rejection): "\(rejection.reason.rawValue) \(rejection.member)"
        case nil: "nothing"
        }
    }

    @Test("each type is in the table")
    func complete() {
        #expect(Set(EventSample.all.map { "cadre.\($0.type).v1" }) == Set(EventType.allCases.map(\.rawValue)))
    }

    @Test("valid values of a member are accepted, invalid ones are refused with its name", arguments: EventSample.all)
    func members(of sample: EventSample) throws {
        #expect(Self.verdict(try sample.event()) == "")
        for row in sample.rows {
            for fragment in row.values.right {
                #expect(
                    Self.verdict(try sample.event(row.path, fragment)) == "", "\(row.path): \(fragment.prefix(200))")
            }
            for wrong in row.values.wrong {
                #expect(
                    Self.verdict(try sample.event(row.path, wrong.fragment)) == "schema \(row.path)\(wrong.place)",
                    "\(row.path): \(wrong.fragment.prefix(200))")
            }
            #expect(
                Self.verdict(try sample.event(row.path, nil)) == (row.isRequired ? "schema \(row.missing)" : ""),
                "\(row.path) left out")
        }
    }

    @Test("the schemas agree with the code, except for rules that they cannot express", arguments: EventType.allCases)
    func schemas(judge type: EventType) throws {
        var events: [[UInt8]] = []
        var isBeyondSchema: [Bool] = []
        let samples = EventSample.all.filter { "cadre.\($0.type).v1" == type.rawValue }
        for sample in samples {
            for row in sample.rows {
                for fragment in row.values.right + [nil] as [String?] {
                    events.append(try sample.event(row.path, fragment))
                    isBeyondSchema.append(false)
                }
                for wrong in row.values.wrong {
                    events.append(try sample.event(row.path, wrong.fragment))
                    isBeyondSchema.append(wrong.isBeyondSchema)
                }
            }
        }
        let schema = try #require(samples.first).schema
        let problems = try SchemaFolder.problems(of: events, by: schema)
        for (index, event) in events.enumerated() {
            let isTaken = Self.verdict(event).isEmpty
            let text = String(decoding: event.suffix(400), as: UTF8.self)
            if isBeyondSchema[index] {
                #expect(!isTaken && problems[index] == nil, "\(text)")
            } else {
                #expect(isTaken == (problems[index] == nil), "\(problems[index] ?? "the schema takes it"): \(text)")
            }
        }
    }
}
