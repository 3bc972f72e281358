import CadreJSON
import Testing

@Suite("JSON values are compared by meaning (CONTRACT § 9, conflict)")
struct JSONEqualityTests {
    private func areEqual(_ a: String, _ b: String) throws -> Bool {
        let a = try JSONValue(parsing: Array(a.utf8))
        let b = try JSONValue(parsing: Array(b.utf8))
        #expect((a == b) == (b == a))
        return a == b
    }

    @Test(
        "the same",
        arguments: [
            ("1", "1.0"), ("100", "1e2"), ("0", "-0.0e5"), ("0.10", "1e-1"), ("1e999", "10e998"),
            ("\"a\"", "\"\\u0061\""),
            ("[1, 2]", "[1.0,2]"), ("{\"a\":1,\"b\":2}", "{ \"b\":2, \"a\":1 }"), ("{\"a\":1,\"a\":2}", "{\"a\":2}"),
            ("{\"a\":1,\"\\u0061\":2}", "{\"a\":2}"), ("{}", "{ }"), ("[]", "[ ]"), ("null", "null"),
            ("{\"x\":[{\"b\":true,\"a\":null}]}", "{\"x\":[{\"a\":null,\"b\":true}]}"),
        ])
    func same(a: String, b: String) throws {
        #expect(try areEqual(a, b))
    }

    @Test(
        "not the same",
        arguments: [
            ("1", "true"), ("0", "false"), ("0", "null"), ("1", "\"1\""), ("1", "-1"), ("1", "10"), ("12", "21"),
            ("9007199254740992", "9007199254740993"), ("0.1", "0.10000000000000001"), ("true", "false"), ("[]", "{}"),
            ("[1,2]", "[2,1]"), ("[1]", "[1,1]"), ("[1,1]", "[1]"), ("{\"a\":1}", "{\"a\":1,\"b\":1}"),
            ("{\"a\":1}", "{\"b\":1}"), ("{\"a\":2,\"a\":1}", "{\"a\":2}"), ("{\"a\":null}", "{}"), ("\"a\"", "\"A\""),
            ("\"\u{E9}\"", "\"e\u{301}\""), ("1e999", "1e1000"), ("105", "1.5"), ("105", "15"),
        ])
    func different(a: String, b: String) throws {
        #expect(try !areEqual(a, b))
    }

    @Test("objects of many members compare without looking at every pair")
    func manyMembers() throws {
        let names = (0..<60_000).map { "\"m\($0)\":\($0)" }
        let forth = "{" + names.joined(separator: ",") + "}"
        let back = "{" + names.reversed().joined(separator: ",") + "}"
        #expect(try areEqual(forth, back))
    }
}
