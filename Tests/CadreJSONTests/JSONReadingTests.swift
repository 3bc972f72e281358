import CadreJSON
import Testing

@Suite("the content of a JSON text")
struct JSONReadingTests {
    private func value(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

    @Test("of several members with one name, the last applies")
    func duplicates() throws {
        let object = try value(#"{"a":1,"b":2,"\u0061":3}"#)
        #expect(object["a"]?.integer == 3)
        #expect(object.members?.map(\.name) == ["a", "b"])
        #expect(object.members?.map(\.value.integer) == [3, 2])
    }

    @Test("names with escapes are found by their decoded text")
    func escapedNames() throws {
        let object = try value(#"{"po\u0073ts":1,"\u0070":2,"posts\n":3,"\u00e9":4}"#)
        #expect(object["posts"]?.integer == 1)
        #expect(object["p"]?.integer == 2)
        #expect(object["posts\n"]?.integer == 3)
        #expect(object["\u{E9}"]?.integer == 4)
        #expect(object["post"] == nil && object["po"] == nil && object[""] == nil)
    }

    @Test("names are compared by bytes: composed and decomposed letters differ")
    func namesByBytes() throws {
        let object = try value("{\"\u{E9}\":1,\"e\u{301}\":2}")
        #expect(object["\u{E9}"]?.integer == 1)
        #expect(object["e\u{301}"]?.integer == 2)
        #expect(object.members?.count == 2)
    }

    @Test("escapes are decoded, surrogate pairs joined")
    func escapes() throws {
        let text = try value(#""\"\\\/\b\f\n\r\t\u0041\u00e9\u6f22\ud83d\ude00x\u0000""#).text
        #expect(text == "\"\\/\u{8}\u{C}\n\r\tA\u{E9}\u{6F22}\u{1F600}x\u{0}")
    }

    @Test("texts are measured in scalars after decoding escapes")
    func scalarCount() throws {
        let json = try value("\"e\u{301}\u{1F600}\\ud83d\\ude00\\n\"")
        #expect(json.document.scalarCount(json.node) == 5)
    }

    @Test("words of a fixed set are ASCII: the Kelvin sign is not a K")
    func words() throws {
        let kelvin = try value("\"truck.payload\u{212A}g\"")
        #expect(kelvin.text == "truck.payloadKg")  // equal in Unicode's equality
        #expect(kelvin.document.word(kelvin.node) == nil)
        let plain = try value("\"truck.payload\\u004bg\"")
        #expect(plain.document.word(plain.node) == "truck.payloadKg")
    }

    @Test("a value keeps its bytes as received")
    func source() throws {
        let list = try value(" [ {\"a\" : 1.0 , \"b\":[ ]} ,\"x\\u0041\", 5.0e0,null ] ")
        let sources = list.elements?.map { String(decoding: $0.source, as: UTF8.self) }
        #expect(sources == ["{\"a\" : 1.0 , \"b\":[ ]}", "\"x\\u0041\"", "5.0e0", "null"])
    }

    @Test("a value of one kind is none of another")
    func kinds() throws {
        for (text, kind) in [
            ("null", JSONDocument.Kind.null), ("true", .boolean), ("1", .number), ("\"1\"", .text), ("[1]", .list),
            ("{\"a\":1}", .object),
        ] {
            let json = try value(text)
            #expect(json.kind == kind)
            #expect((json.boolean != nil) == (kind == .boolean))
            #expect((json.number != nil) == (kind == .number))
            #expect((json.text != nil) == (kind == .text))
            #expect((json.elements != nil) == (kind == .list))
            #expect((json.members != nil) == (kind == .object))
            #expect((json["a"] != nil) == (kind == .object))
        }
    }
}
