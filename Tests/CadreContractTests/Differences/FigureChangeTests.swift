import CadreContract
import CadreJSON
import Testing

/// Changes as `plan.whatif` and `plan.diff` define them (CONTRACT § 6).
@Suite struct FigureChangeTests {
    private func changes(_ before: String?, _ after: String?) throws -> [String] {
        func value(_ text: String?) throws -> JSONValue? { try text.map { try JSONValue(parsing: Array($0.utf8)) } }
        func text(_ value: JSONValue?) -> String { value.map { String(decoding: $0.source, as: UTF8.self) } ?? "–" }
        return FigureChange.between(try value(before), try value(after)).map {
            "\($0.path) \(text($0.before)) \(text($0.after))"
        }
    }

    @Test("objects differ by member, series by number, lists of rows by row or as a whole")
    func places() throws {
        #expect(try changes(#"{"a":{"b":[1,2,3]}}"#, #"{"a":{"b":[1,9,3]}}"#) == ["/a/b/1 2 9"])
        #expect(try changes(#"{"a":[1,2]}"#, #"{"a":[1,2,3]}"#) == ["/a/2 – 3"])
        #expect(try changes(#"{"a":[{"k":1}]}"#, #"{"a":[{"k":2}]}"#) == ["/a/0/k 1 2"])
        #expect(try changes(#"{"a":["x"]}"#, #"{"a":["y","x"]}"#) == [#"/a ["x"] ["y","x"]"#])
        #expect(try changes(#"{"a":1,"b":2}"#, #"{"b":2,"c":3}"#) == ["/a 1 –", "/c – 3"])
        #expect(try changes(#"{"a":[1]}"#, #"{"a":{"0":1}}"#) == [#"/a [1] {"0":1}"#])
    }

    @Test("a value on one side only is compared by its numbers, so that changes add up")
    func oneSide() throws {
        #expect(
            try changes(#"{"rows":{}}"#, #"{"rows":{"HQ":{"filled":[7]}}}"#) == ["/rows/HQ/filled/0 – 7"])
        #expect(
            try changes(#"{"rows":{"A":1}}"#, #"{"rows":{"A":1,"HQ":{"filled":[0,7],"x":{},"y":[]}}}"#) == [
                "/rows/HQ/filled/0 – 0", "/rows/HQ/filled/1 – 7", "/rows/HQ/x – {}", "/rows/HQ/y – []",
            ])
        #expect(try changes(nil, #"{"a":1,"revision":3}"#) == ["/a – 1"])
    }

    @Test("values that are equal as JSON are not a change, whatever their text and order")
    func equal() throws {
        #expect(try changes(#"{"a":1,"b":[2.50]}"#, #"{"b":[2.5],"a":1.0}"#) == [])
        #expect(try changes(#"{"a":1}"#, #"{"a":true}"#) == ["/a 1 true"])
    }

    @Test("revision and clock are omitted at the top level, and only there")
    func frame() throws {
        #expect(try changes(#"{"revision":1,"asOf":"x"}"#, #"{"revision":2,"asOf":"y"}"#) == [])
        #expect(try changes(#"{"a":{"revision":1}}"#, #"{"a":{"revision":2}}"#) == ["/a/revision 1 2"])
    }

    @Test("names are escaped as RFC 6901 requires")
    func pointers() throws {
        #expect(try changes(#"{"NOR/P~1":1}"#, #"{"NOR/P~1":2}"#) == ["/NOR~1P~01 1 2"])
        #expect(try changes(nil, nil) == [])
    }
}
