import CadreReports
import Testing

@Suite("what is published, a line each")
struct PublishedLinesTests {
    @Test("the first time all headlines, then what moved")
    func moved() throws {
        var lines = PublishedLines()
        let topic = "estimate.m1.force.offered"
        #expect(
            lines.line(topic: topic, try BoardFixture.event(try BoardFixture.force(filled: 6, revision: 1)))
                == "2024-01-09T08:00:00Z  \(topic)  revision 1, required 10, filled 6")
        #expect(
            lines.line(topic: topic, try BoardFixture.event(try BoardFixture.force(filled: 8, revision: 2)))
                .hasSuffix("revision 2, filled 6 → 8"))
        #expect(
            lines.line(topic: topic, try BoardFixture.event(try BoardFixture.force(filled: 8, revision: 3)))
                .hasSuffix("revision 3, details changed"))
    }

    @Test("an estimate that cannot be read names the member and the remedy")
    func unread() throws {
        var lines = PublishedLines()
        let event = try BoardFixture.json(#"{"time":"2024-01-09T08:00:00Z","data":{"mission":"m1","revision":"x"}}"#)
        #expect(
            lines.line(topic: "estimate.m1.summary", event).hasSuffix(
                "summary: revision: expected a whole number from 0, found a text; "
                    + "install the same version of Cadre here and on the node"))
    }

    @Test("alerts, rejections, status")
    func others() throws {
        var lines = PublishedLines()
        let alert = lines.line(topic: "alert.m1.beds", try BoardFixture.alert(raised: "[\"a\"]", cleared: "[\"b\"]"))
        #expect(alert.hasSuffix("alert.m1.beds  0 open +a -b"))
        let rejected = try BoardFixture.json(
            #"{"data":{"reason":"schema","detail":"name: wrong","source":"urn:a","id":"7","topic":null}}"#)
        #expect(lines.line(topic: "rejected.m1.schema", rejected).hasSuffix("urn:a 7: schema: name: wrong"))
        let superseded = try BoardFixture.json(
            #"{"data":{"source":"urn:a","id":"7","topic":null,"by":{"source":"urn:b","id":"8","time":"2024-01-09"}}}"#)
        #expect(
            lines.line(topic: "rejected.m1.superseded", superseded).hasSuffix(
                "urn:a 7: superseded by urn:b 8 of 2024-01-09"))
        let status = try BoardFixture.json(#"{"data":{"revision":5,"missions":{"m1":5},"uptimeSeconds":61.5}}"#)
        #expect(lines.line(topic: "status.n", status).hasSuffix("revision 5, 1 missions, up 61 s"))
    }
}
