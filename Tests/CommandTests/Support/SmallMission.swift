import Foundation

/// A mission that can be planned by hand: a line of ten trainers at one site, for four weeks from 1 January 2024.
struct SmallMission {
    var name = "m1"

    var definition: [String] {
        [
            event("mission.defined", id: "m", "\"name\":\"Small\",\"start\":\"2024-01-01\",\"periods\":4"),
            event("site.defined", id: "s", "\"site\":\"s1\",\"name\":\"Camp\",\"threat\":\"low\""),
            event(
                "line.required", id: "l",
                "\"line\":\"L1\",\"site\":\"s1\",\"capability\":\"trainer.army\",\"posts\":10,\"from\":\"2024-01-01\""),
        ]
    }

    /// Returns a confirmed pledge of trainers for the whole mission.
    func pledge(_ id: String, persons: Int, second: Int = 0) -> String {
        event(
            "pledge.recorded", id: "p-\(id)",
            """
            "nation":"NOR","pledge":"\(id)","kind":"personnel","status":"confirmed","capability":"trainer.army",\
            "quantity":\(persons),"from":"2024-01-01"
            """, second: second)
    }

    /// Returns a line of an event file.
    func event(_ type: String, id: String, _ members: String, second: Int = 0) -> String {
        let time = "2023-12-01T00:\(padded(second / 60)):\(padded(second % 60))Z"
        return """
            {"specversion":"1.0","id":"\(id)","source":"urn:test:\(name)","type":"cadre.\(type).v1","time":"\(time)",\
            "data":{"mission":"\(name)",\(members)}}
            """
    }

    private func padded(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}

extension [String] {
    /// The lines as the text of an event file.
    var file: String { map { $0 + "\n" }.joined() }
}
