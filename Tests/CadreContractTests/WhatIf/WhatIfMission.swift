import CadreContract
import CadreJSON

/// A mission with entities of every kind that a what-if can change.
enum WhatIfMission {
    /// The lines of an event file, the mission's definition first.
    static let events: [String] =
        [
            event("mission.defined", id: "m", "\"name\":\"Small\",\"start\":\"2024-01-01\",\"periods\":4"), line,
            soon(quantity: 5, second: 5),
            pledge(
                "CAN", "here", "deployed",
                #""kind":"personnel","capability":"trainer.army","quantity":4,"from":"2024-01-01""#),
            pledge(
                "CAN", "done", "completed",
                #""kind":"personnel","capability":"trainer.army","quantity":3,"from":"2023-12-01","until":"2024-01-01""#
            ),
            pledge(
                "CAN", "gone", "withdrawn",
                #""kind":"personnel","capability":"trainer.army","quantity":2,"from":"2024-01-01""#),
            pledge("CAN", "funds", "confirmed", #""kind":"funds","fund":"trust-fund","amount":1000"#),
            pledge(
                "NOR", "places", "offered",
                #""kind":"training-places","course":"c","places":3,"start":"2024-01-01","end":"2024-01-08""#),
            pledge(
                "NOR", "trucks", "offered",
                #""kind":"equipment","item":"truck","quantity":3,"mode":"loan","delivery":"2024-02-01""#),
            element("a", "undecided", requires: ["b", "c", "nobody-proposed"]), element("b", "returned"),
            element("c", "accepted"), element("d", "accepted", requires: ["c"]),
            event("factor.set", id: "f", #""factor":"tour.days","value":90,"source":"a survey""#, second: 7),
        ]

    /// Returns a pledge with caveats and a note.
    static func soon(quantity: Int, second: Int) -> String {
        event(
            "pledge.recorded", id: "soon-\(second)",
            """
            "nation":"CAN","pledge":"soon","status":"offered","kind":"personnel","capability":"trainer.army",\
            "quantity":\(quantity),"from":"2024-01-01","until":"2024-02-01","note":"said in Ottawa",\
            "caveats":{"sites":["s1"],"maxThreat":"low"}
            """, second: second)
    }

    private static let line = event(
        "line.required", id: "l",
        #""line":"L1","site":"s1","capability":"trainer.army","posts":10,"from":"2024-01-01","title":"guards""#)

    private static func pledge(_ nation: String, _ name: String, _ status: String, _ members: String) -> String {
        event(
            "pledge.recorded", id: "p-\(nation)-\(name)",
            "\"nation\":\"\(nation)\",\"pledge\":\"\(name)\",\"status\":\"\(status)\",\(members)")
    }

    private static func element(_ name: String, _ decision: String, requires: [String] = []) -> String {
        let required = requires.map { "\"\($0)\"" }.joined(separator: ",")
        return event(
            "element.proposed", id: "e-\(name)",
            "\"element\":\"\(name)\",\"title\":\"\(name)\",\"decision\":\"\(decision)\",\"requires\":[\(required)]")
    }

    /// Returns a line of an event file.
    private static func event(_ type: String, id: String, _ members: String, second: Int = 0) -> String {
        let padded = (second < 10 ? "0" : "") + String(second)
        return """
            {"specversion":"1.0","id":"\(id)","source":"urn:test:m1","type":"cadre.\(type).v1",\
            "time":"2023-12-01T00:00:\(padded)Z","data":{"mission":"m1",\(members)}}
            """
    }

    /// Returns the reply to `plan.get` if these events are current, or `nil` if one is not a valid event.
    static func answer(_ events: [String]) -> PlanGet.Answer? {
        var entities: [PlanGet.Entity] = []
        for (index, text) in events.enumerated() {
            guard case .event(let received)? = EventReader().read(payload: Array(text.utf8)).first,
                let data = try? JSONValue(parsing: received.bytes)["data"]
            else { return nil }
            entities.append(
                PlanGet.Entity(
                    key: received.event.document.key, document: data.source, stamp: received.event.stamp,
                    sequence: index + 1))
        }
        return PlanGet.Answer(entities: entities)
    }
}
