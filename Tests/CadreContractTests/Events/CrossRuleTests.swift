import Testing

@testable import CadreContract

@Suite("rules between members, and rules that a schema cannot express (CONTRACT § 2, cross-rules)")
struct CrossRuleTests {
    /// A rule that JSON Schema cannot express: an event that violates it, and the member that is named.
    struct Rule: Sendable, CustomTestStringConvertible {
        let type: String
        let form: String
        let path: String
        let fragment: String
        let isRight: Bool
        var testDescription: String { "\(type) \(form): \(path) \(fragment)" }

        init(_ type: String, form: String = "", _ path: String, _ fragment: String, isRight: Bool = false) {
            self.type = type
            self.form = form
            self.path = path
            self.fragment = fragment
            self.isRight = isRight
        }
    }

    private static let rules = [
        Rule("line.required", "until", "\"2000-01-01\""), Rule("line.required", "until", "\"1999-12-31\""),
        Rule("line.required", "until", "\"2000-01-02\"", isRight: true),
        Rule("demand.set", "by", "\"2000-01-01\""), Rule("demand.set", "by", "\"1999-12-31\""),
        Rule("demand.set", "by", "\"2000-01-02\"", isRight: true),
        Rule("run.scheduled", "end", "\"1999-12-31\""), Rule("run.scheduled", "end", "\"2000-01-01\"", isRight: true),
        Rule("pledge.recorded", form: "personnel", "until", "\"2000-01-01\""),
        Rule("pledge.recorded", form: "personnel", "until", "\"2000-01-02\"", isRight: true),
        Rule("pledge.recorded", form: "training-places", "end", "\"1999-12-31\""),
        Rule("pledge.recorded", form: "training-places", "end", "\"2000-01-01\"", isRight: true),
        Rule("pledge.recorded", form: "equipment, nothing delivered", "delivered", "6"),
        Rule("pledge.recorded", form: "equipment, nothing delivered", "delivered", "5", isRight: true),
        Rule("pledge.recorded", form: "funds, nothing received", "received", "5.01"),
        Rule("pledge.recorded", form: "funds, nothing received", "received", "5", isRight: true),
    ]

    private func event(breaking rule: Rule) throws -> [UInt8] {
        let sample = try #require(EventSample.all.first { $0.type == rule.type && $0.form == rule.form })
        return try sample.event(rule.path, rule.fragment)
    }

    @Test("the code enforces each rule", arguments: rules)
    func kept(rule: Rule) throws {
        #expect(MemberTableTests.verdict(try event(breaking: rule)) == (rule.isRight ? "" : "schema \(rule.path)"))
    }

    @Test("the schema accepts events that follow or violate a rule", arguments: Set(rules.map(\.type)))
    func unsaid(type: String) throws {
        let events = try Self.rules.filter { $0.type == type }.map { try event(breaking: $0) }
        let problems = try SchemaFolder.problems(of: events, by: "events/\(type).schema.json")
        #expect(problems == events.map { _ in nil })
    }

    @Test("an instructor entry has either a count or a ratio, not both")
    func eitherOr() throws {
        let sample = try #require(EventSample.all.first { $0.type == "course.defined" })
        let event = try sample.event("instructors[1].count", "5")
        #expect(MemberTableTests.verdict(event) == "schema instructors[1].count")
        #expect(try SchemaFolder.problems(of: [event], by: sample.schema) != [nil])
    }
}
