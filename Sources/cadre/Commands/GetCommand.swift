import ArgumentParser
import CadreClient
import CadreContract
import CadreReports

struct GetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Asks a daemon for an estimate, as it is or as it was, or for the plan's documents.",
        discussion: """
            NAME is summary, range, gaps; force, manning, training or logistics with a scenario, committed, offered \
            or full, as in force.offered or by --scenario; or plan for the documents that stand. --revision and \
            --as-of give the figures as they were.
            """)

    @Argument(help: "Such as summary, force.offered, plan.")
    var name: String

    @OptionGroup var mission: MissionOptions

    @OptionGroup var moment: MomentOptions

    @Option(help: "committed, offered or full, where NAME does not say.")
    var scenario: String?

    @Option(help: "Of plan: only this kind, such as pledge or line.")
    var kind: String?

    @Option(help: "Of plan: only this entity, such as NOR/P-14 of a pledge.")
    var id: String?

    @OptionGroup var control: ControlOptions

    @Flag(help: "Print the data as JSON.")
    var json = false

    private static let plan = "plan"

    func validate() throws {
        if name == Self.plan {
            guard moment.isNewest, scenario == nil else {
                throw ValidationError("plan is what stands now: it takes --kind and --id.")
            }
        } else {
            guard kind == nil, id == nil else { throw ValidationError("--kind and --id go with plan.") }
        }
    }

    func run() async throws {
        try await CommandFailure.reported {
            switch try await control.withClient(answer) {
            case .json(let bytes): try Console.write(bytes + [UInt8(ascii: "\n")])
            case .tables(let tables): try Console.print(tables)
            }
        }
    }

    private enum Answer: Sendable {
        case json([UInt8])
        case tables([Table])
    }

    private func answer(_ client: ControlClient) async throws -> Answer {
        let mission = try await mission.chosen(client)
        if name == Self.plan {
            let request = PlanRequest(mission: mission, kind: kind, id: id)
            if json { return .json(try await client.plan(request).source) }
            return .tables([PlanTables.entities(try await client.documents(request))])
        }
        if !json, let name = EstimateName(fullName) {
            let estimate = try await client.published(
                name, of: mission, revision: moment.revision, asOf: moment.instant)
            return .tables(EstimateTables().tables(estimate))
        }
        // JSON, or an estimate of a later version, for which there are no tables.
        let request = EstimateRequest(
            mission: mission, name: fullName, revision: moment.revision, asOf: moment.instant)
        return .json(try await client.estimate(request).source)
    }

    private var fullName: String { scenario.map { "\(name).\($0)" } ?? name }
}
