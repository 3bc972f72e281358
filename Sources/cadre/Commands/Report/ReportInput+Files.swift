import CadreContract
import CadrePlanning
import CadreReports

extension ReportInput {
    /// Computes the input from event files.
    /// - Parameters:
    ///   - mission: The mission; may be `nil` if the files have only one.
    ///   - samples: The number of samples of the ranges; 0 for none.
    /// - Throws: `CommandFailure` with the remedy.
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
                "no mission \(mission.map { $0 + " " } ?? "")is defined in \(names); name a defined one", .badData)
        }
        guard planned.count == 1 else {
            throw CommandFailure(
                "\(names): several missions; name one by --mission: "
                    + planned.prefix(20).map(\.id.text).joined(separator: ", "), .usage)
        }
        let computed = try await first.plan.deepened(samples: samples)
        let entries = (received[first.id] ?? [:]).values.compactMap(PlanDocuments.Entry.init)
        self.init(
            mission: first.id.text, estimates: PublishedEstimates(computed), plan: PlanDocuments(entries),
            origin: .files(files.map(Self.lastPart), rejected: read.rejected), hasRejections: read.rejected > 0)
    }

    /// Returns the name of a file: a report that is sent to others shows no folders of its author.
    private static func lastPart(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
