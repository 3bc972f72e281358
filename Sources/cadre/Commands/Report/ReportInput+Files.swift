import CadreContract
import CadreJSON
import CadrePlanning
import CadreReports

extension ReportInput {
    /// Computes everything here, from event files.
    /// - Parameters:
    ///   - mission: Which one; `nil` where the files have only one.
    ///   - samples: Of the ranges; 0: none.
    /// - Throws: `CommandFailure` with what to mend.
    init(files: [String], mission: String?, samples: Int) async throws {
        var received: [ID<Mission>: [EntityKey: ReceivedEvent]] = [:]
        let read = try MissionFiles(files) { received[$0.event.mission, default: [:]][$0.event.document.key] = $0 }
        let names = files.joined(separator: ", ")
        let candidates = read.missions.keys.sorted().filter { id in mission.map { $0 == id.text } ?? true }
        var planned: [(id: ID<Mission>, plan: PlannedMission)] = []
        for id in candidates {
            guard let documents = read.missions[id],
                let plan = try PlannedMission(documents, defaults: DefaultFactors.all)
            else { continue }
            planned.append((id, plan))
        }
        guard let first = planned.first else {
            throw CommandFailure(
                "no mission \(mission.map { $0 + " " } ?? "")is defined in \(names); name one that is", .badData)
        }
        guard planned.count == 1 else {
            throw CommandFailure(
                "\(names): several missions; name one by --mission: "
                    + planned.prefix(20).map(\.id.text).joined(separator: ", "), .usage)
        }
        let computed = try await first.plan.deepened(samples: samples)
        var estimates: [EstimateName: JSONValue] = [:]
        for document in computed.encoded() {
            estimates[document.name] = try JSONValue(parsing: document.data(computed.head))
        }
        let entities = try (received[first.id] ?? [:]).compactMap { key, event in
            try JSONValue(parsing: event.bytes)["data"].map { document in
                StandingPlan.Entity(
                    kind: key.kind, id: key.id, document: document, source: event.event.stamp.source,
                    event: event.event.stamp.id)
            }
        }
        self.init(
            mission: first.id.text, estimates: estimates, plan: StandingPlan(entities),
            origin: .files(files.map(Self.lastPart), rejected: read.rejected), hasRejections: read.rejected > 0)
    }

    /// A report that is mailed round tells no folders of whoever wrote it.
    private static func lastPart(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
