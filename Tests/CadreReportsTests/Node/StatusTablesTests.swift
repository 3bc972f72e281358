import CadreContract
import CadreReports
import Testing

@Suite("a node's status in tables")
struct StatusTablesTests {
    @Test(
        "version, uptime in two units, endpoints, missions, counters",
        arguments: [
            (59.0, "59 s"), (61, "1 min 1 s"), (7_260, "2 h 1 min"), (180_000, "2 d 2 h"),
        ])
    func status(seconds: Double, text: String) {
        let notice = StatusNotice(
            version: "1.2", uptimeSeconds: seconds, revision: 1_234, missions: ["m2": 5, "m1": 7],
            counters: ["events_accepted": 12_000])
        let tables = StatusTables.tables(
            NodeStatus.Answer(
                status: notice, endpoints: .init(intake: ["tcp://a:1", "ipc:///x"], estimates: [], control: [])))
        #expect(tables[0].rows.contains(["up", text]))
        #expect(tables[0].rows.contains(["intake", "tcp://a:1, ipc:///x"]))
        #expect(tables[1].rows == [["m1", "7"], ["m2", "5"]])
        #expect(tables[2].rows == [["events_accepted", "12 000"]])
    }

    @Test("current documents, without the mission and the note")
    func plan() throws {
        let answer = try BoardFixture.json(
            """
            {"entities":[{"kind":"line","id":"L1","document":{"mission":"m1","line":"L1","posts":3,"note":"n"},\
            "event":{"source":"urn:a","id":"7","time":"2024-01-09T08:00:00Z","sequence":4}}]}
            """)
        #expect(
            PlanTables.entities(try PlanGet.answer(reading: answer)).rows == [
                ["line", "L1", "2024-01-09", "urn:a", "7", "line L1, posts 3"]
            ])
    }
}
