import CadreJSON
import Testing

@Suite("exactly the JSON of RFC 8259 is read")
struct JSONParsingTests {
    @Test(
        "every form of value is accepted",
        arguments: [
            "0", "-0", "1e2", "1E+2", "12.50e-3", "true", "false", "null", "\"\"", "[]", "{}", " [ ] ", "\t{\r\n}\n",
            "[1,2,[3,{\"a\":[]}]]", "{\"a\":{\"b\":[true,null]},\"a\":1}", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"",
            "\"\\ud83d\\ude00\"", "\"é漢😀\u{FEFF}\u{7F}\"",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        ])
    func valid(text: String) throws {
        let value = try JSONValue(parsing: Array(text.utf8))
        #expect(value.source == Array(text.utf8).trimmed)
    }

    @Test(
        "invalid JSON is refused with the reason and the position",
        arguments: [
            ("", JSONFault(.nothing, at: 0)), (" \n", JSONFault(.nothing, at: 2)),
            ("\u{FEFF}1", JSONFault(.byteOrderMark, at: 0)), ("nul", JSONFault(.unfinished, at: 3)),
            ("nule", JSONFault(.badLiteral, at: 0)), ("NaN", JSONFault(.badLiteral, at: 0)),
            ("Infinity", JSONFault(.badLiteral, at: 0)), ("-Infinity", JSONFault(.badNumber, at: 0)),
            ("'a'", JSONFault(.badLiteral, at: 0)), ("01", JSONFault(.badNumber, at: 0)),
            ("-01", JSONFault(.badNumber, at: 0)), ("+1", JSONFault(.badLiteral, at: 0)),
            (".5", JSONFault(.badLiteral, at: 0)), ("1.", JSONFault(.badNumber, at: 0)),
            ("1.e5", JSONFault(.badNumber, at: 0)), ("1e", JSONFault(.badNumber, at: 0)),
            ("1e+", JSONFault(.badNumber, at: 0)), ("-", JSONFault(.unfinished, at: 0)),
            ("0x10", JSONFault(.trailing, at: 1)), ("1 2", JSONFault(.trailing, at: 2)),
            ("{}}", JSONFault(.trailing, at: 2)), ("[1,]", JSONFault(.badLiteral, at: 3)),
            ("[,1]", JSONFault(.badLiteral, at: 1)), ("[1 2]", JSONFault(.separatorExpected, at: 3)),
            ("[1}", JSONFault(.separatorExpected, at: 2)), ("{\"a\":1]", JSONFault(.separatorExpected, at: 6)),
            ("{a:1}", JSONFault(.nameExpected, at: 1)), ("{\"a\" 1}", JSONFault(.colonExpected, at: 5)),
            ("{\"a\":1,}", JSONFault(.nameExpected, at: 7)), ("{1:1}", JSONFault(.nameExpected, at: 1)),
            ("{\"a\"}", JSONFault(.colonExpected, at: 4)), ("[1", JSONFault(.unfinished, at: 2)),
            ("{\"a\":", JSONFault(.unfinished, at: 5)), ("\"a", JSONFault(.unfinished, at: 2)),
            ("\"a\u{1}\"", JSONFault(.controlCharacter, at: 2)), ("\"\n\"", JSONFault(.controlCharacter, at: 1)),
            ("\"12345678\u{0}\"", JSONFault(.controlCharacter, at: 9)), ("\"\\x\"", JSONFault(.badEscape, at: 1)),
            ("\"\\u12g4\"", JSONFault(.badEscape, at: 1)), ("\"\\u12", JSONFault(.unfinished, at: 5)),
            ("\"\\", JSONFault(.unfinished, at: 2)), ("\"\\ud800\"", JSONFault(.loneSurrogate, at: 1)),
            ("\"\\ud800\\n\"", JSONFault(.loneSurrogate, at: 1)), ("\"\\udc00\"", JSONFault(.loneSurrogate, at: 1)),
            ("\"\\ud800\\ud800\"", JSONFault(.loneSurrogate, at: 1)), ("[1]\u{0}", JSONFault(.trailing, at: 3)),
            ("\u{A0}1", JSONFault(.badLiteral, at: 0)), ("// 1\n1", JSONFault(.badLiteral, at: 0)),
        ])
    func invalid(text: String, fault: JSONFault) {
        #expect(throws: fault) { try JSONDocument(parsing: Array(text.utf8)) }
    }

    @Test(
        "bytes that are not UTF-8 are refused, also overlong forms and surrogates",
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
            [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28],
            [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x98, 0x28], [0xFE], [0xFF],
        ] as [[UInt8]])
    func notUTF8(bytes: [UInt8]) {
        // In a text shorter than eight bytes, and after eight bytes and more.
        for prefix in ["", "12345678", "1234567890"] {
            let text = [UInt8(ascii: "\"")] + Array(prefix.utf8) + bytes + [UInt8(ascii: "\"")]
            #expect(throws: JSONFault(.notUTF8, at: 1 + prefix.utf8.count)) { try JSONDocument(parsing: text) }
        }
    }

    @Test("UTF-8 of the first and last scalar of each length is accepted")
    func scalars() throws {
        for value: UInt32 in [0x20, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF] {
            let scalar = try #require(Unicode.Scalar(value))
            let json = try JSONValue(parsing: Array("\"\(Character(scalar))\"".utf8))
            #expect(json.text?.unicodeScalars.map(\.value) == [value])
        }
    }

    @Test("32 levels are read, 33 are not, and a hundred thousand are refused at the 33rd")
    func depth() throws {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            func nested(_ levels: Int) -> [UInt8] {
                Array((String(repeating: open, count: levels) + "1" + String(repeating: close, count: levels)).utf8)
            }
            #expect(throws: Never.self) { try JSONDocument(parsing: nested(32)) }
            for levels in [33, 100_000] {
                #expect(throws: JSONFault(.tooDeep, at: 32 * open.utf8.count)) {
                    try JSONDocument(parsing: nested(levels))
                }
            }
        }
    }

    @Test("no prefix of a text is a text: every truncation is refused")
    func cuts() throws {
        let text = Array(#"{"a":[1.5e3,true,"\u00e9\ud83d\ude00 é"],"b":{"c":null,"d":false}}"#.utf8)
        _ = try JSONDocument(parsing: text)
        for length in text.indices {
            #expect(throws: JSONFault.self) { try JSONDocument(parsing: Array(text[..<length])) }
        }
    }

    @Test("a megabyte of one kind of value is read in one pass")
    func large() throws {
        let list = try JSONValue(parsing: Array(("[" + String(repeating: "1,", count: 500_000) + "1]").utf8))
        #expect(list.elements?.count == 500_001)
        let object = (0..<100_000).map { "\"m\($0)\":\($0)" }.joined(separator: ",")
        let members = try JSONValue(parsing: Array("{\(object)}".utf8))
        #expect(members["m99999"]?.integer == 99_999)
        let spaces = try JSONValue(parsing: Array((String(repeating: " ", count: 1_000_000) + "1").utf8))
        #expect(spaces.integer == 1)
    }
}

extension [UInt8] {
    /// The bytes without white space at both ends.
    fileprivate var trimmed: [UInt8] {
        let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return Array(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
