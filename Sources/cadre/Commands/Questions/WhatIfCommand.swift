import ArgumentParser
import CadreClient
import CadreContract
import CadreDaemon
import CadreJSON
import CadrePlanning
import CadreReports
import CadreRuntime

struct WhatIfCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whatif",
        abstract: "Try events on a copy of the plan, and print the changes.",
        discussion: """
            Takes events from files (NDJSON, as for submit), from shortcuts, or both; shortcuts apply after the \
            files. Prints the headline before and after, the alerts that are new, gone or moved, and all other changes \
            by path. Rejected events are named on standard error, the rest is tried, and the exit code is 65.

            --withdraw CAN --delay HUN/P-2=60 --accept academy answers "what if Canada leaves, Hungary's second \
            pledge comes two months late, and the academy is accepted?". A nation without a pledge means all its \
            pledges that can still change: not the completed ones, and for --delay not the deployed ones.

            --events-out writes the shortcuts' events to be submitted later. Their time is now, or that of --at, \
            which an exercise set in another year requires.
            """)

    @Argument(help: "Event files (NDJSON); - is standard input.")
    var files: [String] = []

    @OptionGroup var mission: MissionOptions

    @OptionGroup(title: "Shortcuts") var suppose: ShortcutOptions

    @Option(
        help: ArgumentHelp(
            """
            The time of the shortcuts' events (RFC 3339); otherwise just after the events that they replace. Events \
            of the plan set the clock of a mission that is planned by its events.
            """, valueName: "time"),
        transform: EventTime.init)
    var at: EventTime?

    @Option(help: ArgumentHelp("Write the shortcuts' events to this new file (NDJSON).", valueName: "file"))
    var eventsOut: String?

    @Option(name: .long, help: "Another estimate to compare, such as force.offered; repeatable.")
    var name: [EstimateName] = []

    @Flag(help: "Show all changes by path, not only the first of each estimate.")
    var all = false

    @OptionGroup var control: ControlOptions

    @Flag(help: "Print the answer as JSON.")
    var json = false

    func validate() throws {
        guard !files.isEmpty || !suppose.shortcuts.isEmpty else {
            throw ValidationError("Give a file of events, or a shortcut such as --withdraw CAN.")
        }
        guard !suppose.shortcuts.isEmpty || eventsOut == nil && at == nil else {
            throw ValidationError("--events-out and --at apply to events of shortcuts: give a shortcut.")
        }
    }

    func run() async throws {
        let rejected = try await CommandFailure.reported {
            var tried = try TriedEvents(files: files)
            let answered = try await control.withClient { [tried] client in
                var tried = tried
                let mission = try await mission.chosen(client)
                let builder = try await builder(mission, tried, client)
                if let builder { try tried.add(builder.events(batch: TriedEvents.batch(), at: at?.instant)) }
                let names = Set(name).union([.summary]).sorted()
                guard !tried.events.isEmpty else { return Answered(tried: tried, builder: builder) }
                let request = PlanWhatIf(mission: ID(mission), events: tried.events.map(\.bytes), names: names)
                return Answered(tried: tried, builder: builder, received: try await client.received(for: request))
            }
            tried = answered.tried
            for note in answered.builder?.notes ?? [] { Console.complain("cadre: \(Printable.text(note))") }
            guard let received = answered.received else { return tried.rejectedCount }
            tried.record(received.answer.rejected)
            try show(received, tried)
            if let eventsOut, let builder = answered.builder {
                try write(builder, to: eventsOut, tried)
            }
            return tried.rejectedCount
        }
        if rejected > 0 { throw ExitStatus.badData }
    }

    private struct Answered: Sendable {
        let tried: TriedEvents
        let builder: WhatIfBuilder?
        /// The answer, or `nil` if there was no event to try.
        var received: ReceivedAnswer<PlanWhatIf.Answer>?
    }

    /// Returns the changes of the shortcuts, or `nil` without shortcuts.
    private func builder(
        _ mission: String, _ tried: TriedEvents, _ client: ControlClient
    ) async throws -> WhatIfBuilder? {
        guard !suppose.shortcuts.isEmpty else { return nil }
        var plan = WhatIfState(mission: mission, try await client.answer(to: PlanGet(mission: ID(mission))))
        for event in tried.events { plan.join(event.bytes) }
        do throws(WhatIfBuilder.Fault) {
            let builder = try WhatIfBuilder(suppose.shortcuts, on: plan)
            if let at { try builder.check(at.instant) }
            return builder
        } catch {
            throw CommandFailure(Printable.text(error.description), .badData)
        }
    }

    private func show(_ received: ReceivedAnswer<PlanWhatIf.Answer>, _ tried: TriedEvents) throws {
        if json {
            try Console.write(received.json + [UInt8(ascii: "\n")])
            return
        }
        try Console.print([tried.table(all: all)] + WhatIfTables.tables(received.answer, all: all))
        if WhatIfTables.isEmpty(received.answer) { try Console.print("no figure of these estimates would change") }
    }

    private func write(_ builder: WhatIfBuilder, to path: String, _ tried: TriedEvents) throws {
        guard !tried.hasRejectedShortcut else {
            Console.complain("cadre: \(path) is not written: its events are rejected")
            return
        }
        let lines =
            if let at {
                builder.events(batch: TriedEvents.batch(), at: at.instant).map(\.bytes)
            } else {
                builder.lastingEvents(batch: TriedEvents.batch(), now: Instant(.now, digits: 3))
            }
        try NewFile.write(lines.flatMap { $0 + [UInt8(ascii: "\n")] }, to: path)
        Console.complain("cadre: \(lines.count) \(lines.count == 1 ? "event" : "events") written to \(path)")
        if at == nil, builder.isOfPlan {
            Console.complain(
                "cadre: some events are of the plan and have the current time: once submitted, they set the clock of a "
                    + "mission whose clock follows its events; give another time by --at")
        }
    }
}
