import CadreContract
import CadreReports
import Testing

@Suite("what is published, a line each")
struct PublishedLinesTests {
    @Test("the first time all headlines, then what moved")
    func moved() throws {
        var lines = PublishedLines()
        func line(_ filled: Int, _ revision: Int) throws -> String {
            lines.line(try BoardFixture.document(try BoardFixture.force(filled: filled, revision: revision)))
        }
        #expect(
            try line(6, 1) == "2024-01-09T08:00:00Z  estimate.m1.force.offered  revision 1, required 10, filled 6")
        #expect(try line(8, 2).hasSuffix("revision 2, filled 6 → 8"))
        #expect(try line(8, 3).hasSuffix("revision 3, details changed"))
    }

    @Test("alerts, rejections, status, and types of later versions")
    func others() throws {
        var lines = PublishedLines()
        let alert = lines.line(try BoardFixture.alert(raised: "[\"a\"]", cleared: "[\"b\"]"))
        #expect(alert.hasSuffix("alert.m1.beds  0 open +a -b"))
        func text(_ topic: String, _ type: String, _ data: String) throws -> String {
            lines.line(try BoardFixture.document(topic, type: type, data))
        }
        #expect(
            try text(
                "rejected.m1.schema", RejectedNotice.type,
                #"{"reason":"schema","detail":"name: wrong","source":"urn:a","id":"7","topic":null}"#
            ).hasSuffix("urn:a 7: schema: name: wrong"))
        #expect(
            try text(
                "rejected.m1.superseded", SupersededNotice.type,
                #"{"source":"urn:a","id":"7","topic":null,"by":{"source":"urn:b","id":"8","time":"2024-01-09T08:00:00Z"}}"#
            ).hasSuffix("urn:a 7: superseded by urn:b 8 of 2024-01-09T08:00:00Z"))
        #expect(
            try text(
                "status.n", StatusNotice.type,
                #"{"version":"1","uptimeSeconds":61.5,"revision":5,"missions":{"m1":5},"topics":{},"opened":{},"rates":{},"queues":{},"counters":{}}"#
            ).hasSuffix("revision 5, 1 missions, up 61 s"))
        #expect(try text("later.n", "cadre.later.v1", "{}").hasSuffix("later.n  cadre.later.v1"))
    }
}
