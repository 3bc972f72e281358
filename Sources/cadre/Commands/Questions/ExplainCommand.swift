import ArgumentParser
import CadreClient
import CadreContract
import CadrePlanning
import CadreReports

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a figure: its summands, with their rules and events.",
        discussion: """
            FIGURE is force.required (posts in theatre), force.filled, force.gap, training.graduates, \
            training.staffing (the share of a run that can be taught), logistics.use, logistics.lift (kg) or \
            logistics.cost (EUR), or the last word of it.

            Prints a tree: the figure with its unit and date, and its parts in groups, the greatest first. A part has \
            its derivation, the section of the model with the factor's source, the event that set it, and the note \
            of the event.

            Without --period graduates, staffing and cost are those of the whole horizon. Any other figure is that of \
            the period in which it, or the nearest figure of the estimates, is greatest.
            """)

    @Argument(help: "The figure, such as force.required, or required.")
    var figure: String

    @OptionGroup var mission: MissionOptions

    @Option(help: "The scenario: committed, offered or full.")
    var scenario = Scenario.offered

    @Option(
        help: ArgumentHelp(
            "The period: a number from 0, a date in it, now, or peak, the period of the greatest value from now on.",
            valueName: "period"))
    var period: PeriodText?

    @OptionGroup var narrowing: NarrowingOptions

    @OptionGroup var moment: MomentOptions

    @OptionGroup var control: ControlOptions

    @Flag(help: "Print the answer as JSON.")
    var json = false

    /// The width without a terminal.
    private static let width = 100

    func validate() throws {
        guard question != nil else {
            let figures = Question.Figure.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\(figure) cannot be explained: give one of \(figures).")
        }
    }

    func run() async throws {
        try await CommandFailure.reported {
            guard let question else { return }
            let shown = try await control.withClient { client in
                let mission = try await mission.chosen(client)
                let estimate = try await client.published(
                    EstimateGet(
                        mission: ID(mission), name: PeriodChoice.estimate(of: question, in: scenario),
                        at: moment.moment))
                let chosen = try choice(question, estimate)
                let request = PlanExplain(
                    mission: ID(mission),
                    question: narrowing.question(question, scenario: scenario, period: chosen?.period),
                    at: moment.moment)
                if json { return Shown.json(try await client.result(of: request).source) }
                return .tree(
                    ExplanationTree(try await client.answer(to: request)), period: chosen?.reason,
                    marking: estimate.head.marking)
            }
            switch shown {
            case .json(let bytes): try Console.write(bytes + [UInt8(ascii: "\n")])
            case .tree(let tree, let period, let marking):
                try Console.print(tree.text(period: period, marking: marking, width: Console.width ?? Self.width))
            }
        }
    }

    private enum Shown: Sendable {
        case json([UInt8])
        case tree(ExplanationTree, period: String?, marking: String?)
    }

    private var question: Question.Figure? {
        Question.Figure.allCases.first { $0.rawValue == figure || $0.rawValue.hasSuffix(".\(figure)") }
    }

    /// Returns the period to ask for, or `nil` for the whole horizon.
    private func choice(_ question: Question.Figure, _ estimate: PublishedEstimate) throws -> PeriodChoice? {
        switch period {
        case nil where question.isOfHorizon: return nil
        case nil, .peak: return PeriodChoice(question, in: estimate, narrowedBy: narrowing.narrowing)
        case .now: return PeriodChoice(nowIn: estimate.head)
        case .number(let number): return PeriodChoice(period: number, reason: nil)
        case .day(let day):
            guard let choice = PeriodChoice(holding: day, in: estimate.head) else {
                throw CommandFailure(
                    "--period \(day.text): the mission begins on \(estimate.head.start.text); "
                        + "give that day or a later one", .badData)
            }
            return choice
        }
    }
}

extension Scenario: ExpressibleByArgument {}
