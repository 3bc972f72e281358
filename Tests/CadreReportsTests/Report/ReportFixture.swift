import CadreContract
import CadrePlanning
import CadreReports
import Foundation
import Testing

/// A mission out of lines of events, planned, and its report.
struct ReportFixture {
    let estimates: Estimates
    var published: PublishedEstimates
    let entries: [PlanDocuments.Entry]

    /// - Parameters:
    ///   - lines: Events; all must be acceptable, and of one mission.
    ///   - samples: Of the ranges; 0: none, and then there is no advice either.
    init(_ lines: [String], samples: Int = 0) throws {
        var ledger = EventLedger()
        var current: [EntityKey: ReceivedEvent] = [:]
        for line in lines {
            for reading in EventReader().read(payload: Array(line.utf8)) {
                guard case .event(let received) = reading else {
                    Issue.record("\(reading): \(line)")
                    continue
                }
                if case .accepted = ledger.accept(received) { current[received.event.document.key] = received }
            }
        }
        let documents = try #require(ledger.missions.values.first)
        let planned = try #require(try PlannedMission(documents, defaults: DefaultFactors.all))
        var estimates = planned.estimates
        if samples > 0 {
            estimates.gaps = try planned.gaps()
            estimates.take(try planned.range(samples: samples))
        }
        self.estimates = estimates
        published = PublishedEstimates(estimates)
        entries = current.values.compactMap(PlanDocuments.Entry.init)
    }

    /// An example of the repository.
    init(example: String, samples: Int) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let file = root.appending(path: "Examples/\(example)/events.ndjson")
        try self.init(
            String(decoding: Data(contentsOf: file), as: UTF8.self).split(separator: "\n").map(String.init),
            samples: samples)
    }

    /// Replaces the figures of an estimate.
    mutating func replace(_ figures: PublishedEstimate.Figures, revision: Int? = nil) {
        var head = estimates.head
        head.revision = revision ?? head.revision
        published.insert(PublishedEstimate(head: head, figures: figures))
    }

    func report(
        _ entries: [PlanDocuments.Entry]? = nil, origin: MissionReport.Origin = .files(["e.ndjson"], rejected: 0)
    ) -> MissionReport {
        MissionReport(published, plan: PlanDocuments(entries ?? self.entries), origin: origin, version: "1.2.3")
    }

    var html: String { String(decoding: report().html, as: UTF8.self) }

    // MARK: Missions

    /// A line of an event file.
    static func event(_ type: String, _ id: String, _ members: String) -> String {
        """
        {"specversion":"1.0","id":"\(id)","source":"urn:test","type":"cadre.\(type).v1",\
        "time":"2023-12-01T00:00:00Z","data":{"mission":"m1",\(members)}}
        """
    }

    /// Ten trainers and a course with two runs at one site for some weeks, eight trainers and a fund pledged.
    /// - Parameters:
    ///   - title: Of all that can have one, as it stands in JSON.
    ///   - marking: As it stands in JSON.
    static func small(weeks: Int = 12, title: String = "Camp", marking: String = "EXERCISE") -> [String] {
        [
            event(
                "mission.defined", "m",
                "\"name\":\"\(title)\",\"start\":\"2024-01-01\",\"periods\":\(weeks),\"marking\":\"\(marking)\""),
            event("site.defined", "s", "\"site\":\"s1\",\"name\":\"\(title)\",\"threat\":\"low\",\"beds\":4"),
            event(
                "line.required", "l",
                """
                "line":"L1","site":"s1","capability":"trainer.army","posts":10,"from":"2024-01-01",\
                "priority":1,"title":"\(title)","note":"\(title)"
                """),
            event(
                "course.defined", "c",
                """
                "course":"c1","title":"\(title)","days":14,"seats":20,"passRate":0.9,\
                "instructors":[{"capability":"trainer.army","perStudents":10}],"level":"basic"
                """),
            event(
                "demand.set", "d",
                """
                "demand":"d1","course":"c1","audience":"army","graduates":36,"from":"2024-01-01","by":"2024-12-01",\
                "site":"s1","priority":2
                """),
            event("element.proposed", "e", "\"element\":\"e1\",\"title\":\"\(title)\",\"note\":\"\(title)\""),
            event(
                "line.required", "l2",
                """
                "line":"L2","site":"s1","capability":"adviser","posts":5,"from":"2024-01-01","element":"e1"
                """),
            event(
                "pledge.recorded", "p",
                """
                "nation":"NOR","pledge":"P1","kind":"personnel","status":"confirmed","capability":"trainer.army",\
                "quantity":8,"from":"2024-01-01","note":"\(title)"
                """),
            event(
                "pledge.recorded", "f",
                """
                "nation":"DNK","pledge":"F1","kind":"funds","status":"offered","fund":"common-funding","amount":50000
                """),
            event("factor.set", "x", "\"factor\":\"tour.days\",\"value\":100,\"source\":\"\(title)\""),
        ]
    }

    /// Defined, and nothing more.
    static let empty = [
        event("mission.defined", "m", "\"name\":\"Nothing yet\",\"start\":\"2024-01-01\",\"periods\":10")
    ]
}
