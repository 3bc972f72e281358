import ArgumentParser
import CadreClient
import CadreContract
import CadrePlanning
import CadreReports

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare two states of the plan: the changes, and each event's share of them.",
        discussion: """
            FROM and TO are journal sequences (140), times (2005-06-06T08:00:00Z) or dates, which mean the end of \
            that day; both of one kind. Without TO it is the newest state. Prints the headline before and after, the \
            alerts that are new, moved or gone, and each event with its share, found by replaying one after the \
            other: the shares add up.
            """)

    @Argument(help: "A revision, a time or a date.", transform: MomentText.moment)
    var from: PlanMoment

    @Argument(help: "The later state, like FROM; otherwise the newest.", transform: MomentText.moment)
    var to: PlanMoment?

    @OptionGroup var mission: MissionOptions

    @Option(help: "The scenario of the events' shares: committed, offered or full.")
    var scenario = Scenario.offered

    @Option(name: .long, help: "Another estimate to compare, such as force.offered; repeatable.")
    var name: [EstimateName] = []

    @Flag(help: "Show all changes and all events, not only the first or greatest.")
    var all = false

    @OptionGroup var control: ControlOptions

    @Flag(help: "Print the answer as JSON.")
    var json = false

    func validate() throws {
        switch (from, to) {
        case (.revision, .time?), (.time, .revision?):
            throw ValidationError("FROM and TO are of one kind: two revisions, or two times or dates.")
        case (.revision(let first), .revision(let last)?) where last < first:
            throw ValidationError("TO is before FROM: give the older state first.")
        default: break
        }
    }

    func run() async throws {
        try await CommandFailure.reported {
            let output = try await control.withClient { client in
                let names = Set(name).union([.summary]).sorted()
                let mission = try await mission.chosen(client)
                let request = PlanDiff(mission: ID(mission), from: from, to: to ?? .newest, names: names)
                if json { return Shown.json(try await client.result(of: request).source) }
                return try await shown(try await client.answer(to: request), request, client)
            }
            switch output {
            case .json(let bytes): try Console.write(bytes + [UInt8(ascii: "\n")])
            case .tables(let tables, let unmoving):
                try Console.print(tables)
                if let unmoving { try Console.print(unmoving) }
            }
        }
    }

    private enum Shown: Sendable {
        case json([UInt8])
        /// The tables, and a line about the events without effect, or `nil` if all have an effect.
        case tables([Table], unmoving: String?)
    }

    /// Requests the estimates and events that the answer does not contain, and returns the tables.
    private func shown(
        _ answer: PlanDiff.Answer, _ request: PlanDiff, _ client: ControlClient
    ) async throws -> Shown {
        var estimates = PublishedEstimates()
        for name in request.names {
            guard let estimate = try await Self.estimate(name, request.mission, request.to, client) else { continue }
            estimates.insert(estimate)
        }
        let summary = SummaryComparison(
            before: try await Self.estimate(.summary, request.mission, request.from, client),
            after: estimates[.summary])
        let tables = DiffTables(answer, scenario: scenario)
        let events = try await Self.events(tables.shown(all: all), of: request.mission, client)
        return .tables(
            tables.tables(summary: summary, estimates: estimates, events: events, all: all),
            unmoving: tables.unmoving)
    }

    /// Requests an estimate, or returns `nil` if the mission was defined later.
    private static func estimate(
        _ name: EstimateName, _ mission: ID<Mission>, _ moment: PlanMoment, _ client: ControlClient
    ) async throws -> PublishedEstimate? {
        do throws(ClientError) {
            return try await client.published(EstimateGet(mission: mission, name: name, at: moment))
        } catch {
            guard case .refused(let refusal) = error, refusal.code == .invalidParams else { throw error }
            return nil
        }
    }

    /// Requests the events of these journal sequences; returns none if the caller may not read the journal.
    private static func events(
        _ sequences: [Int], of mission: ID<Mission>, _ client: ControlClient
    ) async throws -> [Int: Reading] {
        var events: [Int: Reading] = [:]
        for sequence in sequences {
            let request = JournalRead(after: sequence - 1, limit: 1, mission: mission)
            do throws(ClientError) {
                for entry in try await client.answer(to: request).events where entry.sequence == sequence {
                    events[sequence] = EventReader().read(payload: entry.event).first
                }
            } catch {
                guard case .refused(let refusal) = error, refusal.code == .notAuthorised else { throw error }
                return events
            }
        }
        return events
    }
}
