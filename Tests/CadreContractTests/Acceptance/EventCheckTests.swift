import CadreContract
import CadrePlanning
import Testing

@Suite("Checks of events")
struct EventCheckTests {
    private func event(_ type: String, id: String, mission: String = "m", _ members: String) -> String {
        """
        {"specversion":"1.0","id":"\(id)","source":"urn:t","type":"cadre.\(type).v1",\
        "time":"2024-01-01T00:00:00Z","data":{"mission":"\(mission)",\(members)}}
        """
    }

    private func check(_ events: [String]) -> (check: EventCheck, problems: [EventCheck.Finding]) {
        var check = EventCheck()
        var problems: [EventCheck.Finding] = []
        for (index, event) in events.enumerated() {
            for reading in EventReader().read(payload: Array(event.utf8)) {
                let location = EventCheck.Location(file: "f", line: index + 1)
                if let problem = check.check(reading, at: location) { problems.append(problem) }
            }
        }
        return (check, problems)
    }

    private var defined: String {
        event("mission.defined", id: "m", #""name":"M","start":"2024-01-01","periods":4,"periodDays":7"#)
    }

    @Test("a problem has the location of its event; accepted events and duplicates are counted")
    func problems() {
        let site = event("site.defined", id: "s", #""site":"s1","name":"Camp""#)
        let conflict = event("site.defined", id: "s", #""site":"s1","name":"Fort""#)
        let (check, problems) = self.check([defined, site, "{}", site, conflict])
        #expect(problems.map(\.location?.line) == [3, 5])
        #expect(problems.map(\.reason) == ["not-cloudevent", "conflict"])
        #expect(problems.allSatisfy { $0.severity == .error })
        #expect(check.accepted == 2 && check.duplicates == 1)
        #expect(check.warnings.isEmpty)
    }

    @Test("unresolved names, missions without definition and stock outside the horizon are warnings")
    func warnings() {
        func stock(_ id: String, _ date: String) -> String {
            event("stock.counted", id: id, #""site":"s1","commodity":"water","date":"\#(date)","quantity":5"#)
        }
        let (check, problems) = self.check([
            defined, event("site.defined", id: "s", #""site":"s1","name":"Camp""#),
            stock("in", "2024-01-28"), stock("late", "2024-01-29"), stock("early", "2023-12-31"),
            event(
                "line.required", id: "l",
                #""line":"L","site":"nowhere","capability":"guard","posts":1,"from":"2024-01-01""#),
            event("site.defined", id: "o", mission: "other", #""site":"s1","name":"Camp""#),
        ])
        #expect(problems.isEmpty)
        #expect(check.warnings.map(\.reason) == ["unresolved", "unresolved", "outside-horizon", "outside-horizon"])
        #expect(check.warnings.map(\.location?.line) == [nil, nil, 4, 5])
        #expect(check.warnings[0].detail.contains("line L names site nowhere"))
        #expect(check.warnings[1].detail == "mission other: not defined (mission.defined), so it has no estimates")
    }
}
