import ArgumentParser
import CadreClient
import CadreContract
import CadrePlanning
import CadreReports

struct GetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Request an estimate of the newest or an older state, or the plan's documents, from a daemon.",
        discussion: """
            NAME is summary, range or gaps; or force, manning, training or logistics with a scenario, as in \
            force.offered or by --scenario; or plan for the current documents. --revision and --as-of select an older \
            state.
            """)

    @Argument(help: "The estimate, such as summary or force.offered, or plan.")
    var name: String

    @OptionGroup var mission: MissionOptions

    @OptionGroup var moment: MomentOptions

    @Option(help: "The scenario, committed, offered or full, unless NAME contains it.")
    var scenario: String?

    @Option(help: "The kind of documents, such as pledge or line, for plan.")
    var kind: EntityKind?

    @Option(help: "The entity, such as NOR/P-14 of a pledge, for plan.")
    var id: String?

    @OptionGroup var control: ControlOptions

    @Flag(help: "Print the data as JSON.")
    var json = false

    private static let plan = "plan"

    func validate() throws {
        if name == Self.plan {
            guard moment.isNewest, scenario == nil else {
                throw ValidationError("plan accepts only --kind and --id, since it has the current documents.")
            }
        } else {
            guard kind == nil, id == nil else { throw ValidationError("--kind and --id apply only to plan.") }
            guard estimate != nil else {
                let names = EstimateName.allCases.map(\.text).joined(separator: ", ")
                throw ValidationError("There is no estimate \(fullName); give plan, or one of \(names).")
            }
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
        let mission = ID<Mission>(try await mission.chosen(client))
        if let estimate {
            let request = EstimateGet(mission: mission, name: estimate, at: moment.moment)
            if json { return .json(try await client.answer(to: request)) }
            return .tables(EstimateTables().tables(try await client.published(request)))
        }
        let request = PlanGet(mission: mission, kind: kind, id: id)
        if json { return .json(try await client.result(of: request).source) }
        return .tables([PlanTables.entities(try await client.answer(to: request))])
    }

    private var fullName: String { scenario.map { "\(name).\($0)" } ?? name }

    /// The estimate, or `nil` for the plan.
    private var estimate: EstimateName? { EstimateName(fullName) }
}

extension EntityKind: ExpressibleByArgument {}
