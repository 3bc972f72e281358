import Testing

@testable import CadreContract

@Suite("a repeated event is a duplicate if its data is equal (CONTRACT § 9)")
struct SameDataTests {
    private func event(_ data: String, time: String = "2004-08-14T10:00:00Z") -> [UInt8] {
        Array(#"{"id":"a","time":"\#(time)","data":\#(data)}"#.utf8)
    }

    @Test("only data is compared, as JSON values")
    func same() {
        let first = event(#"{"mission":"M","posts":1,"x":[1,{"y":null}]}"#)
        #expect(EventReader.haveSameData(first, first))
        #expect(
            EventReader.haveSameData(
                first, event(#"{"x":[1.0,{"y":null}],"posts":1e0,"mission":"\u004d"}"#, time: "2005-01-01T00:00:00Z")))
        #expect(!EventReader.haveSameData(first, event(#"{"mission":"M","posts":true,"x":[1,{"y":null}]}"#)))
        #expect(!EventReader.haveSameData(first, event(#"{"mission":"M","posts":1,"x":[1,{"y":null}],"note":"n"}"#)))
    }

    @Test("a text that is not an event equals only itself")
    func notEvents() {
        #expect(!EventReader.haveSameData(Array("{".utf8), Array("{}".utf8)))
        #expect(!EventReader.haveSameData(Array("{}".utf8), Array("{ }".utf8)))
    }
}
