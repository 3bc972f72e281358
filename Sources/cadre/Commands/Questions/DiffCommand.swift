import ArgumentParser
import CadreClient
import CadreContract
import CadreJSON
import CadrePlanning
import CadreReports

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compares two states of the plan: what changed, and which events did it.",
        discussion: """
            FROM and TO are places in the journal (140), times (2005-06-06T08:00:00Z) or dates, which mean the end of \
            that day; both of one kind. Without TO it is the newest state. Prints the headline before and after, the \
            alerts that came, went or moved, and each event with its own share, found by replaying one after the \
            other: the shares add up.
            """)

    @Argument(help: "A revision, a time or a date.", transform: MomentText.moment)
    var from: DiffRequest.Moment

    @Argument(help: "As FROM; otherwise the newest state.", transform: MomentText.moment)
    var to: DiffRequest.Moment?

    @OptionGroup var mission: MissionOptions

    @Option(help: "Which scenario's figures the events' shares are of.")
    var scenario = Scenario.offered

    @Option(name: .long, help: "What changed in this estimate too, such as force.offered; repeatable.")
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
            let answered = try await control.withClient { client in
                let names = Set(name).union([.summary]).sorted()
                let mission = try await mission.chosen(client)
                let request = DiffRequest(mission: mission, from: from, to: to, names: names.map(\.text))
                let answer = try await client.diff(request)
                if json { return Answered(answer: answer) }
                return try await shown(answer, request, names, client)
            }
            guard let tables = answered.tables else {
                try Console.write(answered.answer.source + [UInt8(ascii: "\n")])
                return
            }
            try Console.print(tables)
            if let unmoving = DiffTables(answered.answer, scenario: scenario.rawValue).unmoving {
                try Console.print(unmoving)
            }
        }
    }

    private struct Answered: Sendable {
        let answer: JSONValue
        var tables: [Table]?
    }

    /// Asks for what the answer leaves out: whole summaries, dates of series, and what the events say.
    private func shown(
        _ answer: JSONValue, _ request: DiffRequest, _ names: [EstimateName], _ client: ControlClient
    ) async throws -> Answered {
        var estimates = PublishedEstimates()
        for name in names {
            guard let estimate = try await Self.estimate(name, request.mission, request.to, client) else { continue }
            estimates.insert(estimate)
        }
        let summary = SummaryComparison(
            before: try await Self.estimate(.summary, request.mission, request.from, client),
            after: estimates[.summary])
        let tables = DiffTables(answer, scenario: scenario.rawValue)
        let events = try await Self.events(tables.shown(all: all), of: request.mission, client)
        return Answered(
            answer: answer,
            tables: tables.tables(summary: summary, estimates: estimates, events: events, all: all))
    }

    /// Requests an estimate, or returns `nil` if the mission was defined later.
    private static func estimate(
        _ name: EstimateName, _ mission: String, _ moment: DiffRequest.Moment?, _ client: ControlClient
    ) async throws -> PublishedEstimate? {
        do throws(ClientError) {
            switch moment {
            case .revision(let revision): return try await client.published(name, of: mission, revision: revision)
            case .time(let time): return try await client.published(name, of: mission, asOf: time)
            case nil: return try await client.published(name, of: mission)
            }
        } catch {
            guard case .refused(let refusal) = error, refusal.code == .invalidParams else { throw error }
            return nil
        }
    }

    /// Requests the events of these journal sequences; returns none if the caller may not read the journal.
    private static func events(
        _ sequences: [Int], of mission: String, _ client: ControlClient
    ) async throws -> [Int: Reading] {
        var events: [Int: Reading] = [:]
        for sequence in sequences {
            let request = JournalRead(after: sequence - 1, limit: 1, mission: ID(mission))
            do throws(ClientError) {
                for entry in try await client.journal(request).events where entry.sequence == sequence {
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
