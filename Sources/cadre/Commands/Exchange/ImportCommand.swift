import ArgumentParser
import CadreClient
import CadreContract
import CadreExchange
import CadreRuntime

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read sheets (CSV) of entities such as pledges or requirements, and show or submit the changes.",
        discussion: """
            Each row is one entity, validated as an event. Every problem is named on standard error as \
            FILE:LINE: column "X" (member): expected …, found …, and the exit code is 65. Valid rows are compared with \
            the current documents of the daemon or of event files (--against), or with nothing (--alone).

            Nothing is changed without --submit. --output writes the events instead, for `cadre submit` or `cadre \
            estimate`. Importing the same sheet again changes nothing. Columns have the names of the contract's \
            members, as in the output of `cadre export`, or those defined by --mapping and --map. Save a workbook \
            (.xlsx, .ods) as CSV in UTF-8 first.
            """)

    @Argument(help: "Sheets (CSV in UTF-8); - is standard input.")
    var files: [String]

    @Option(help: "The kind of rows: pledges, lines, elements, sites, courses, demands, runs or equipment.")
    var kind: SheetKind?

    @OptionGroup var mission: MissionOptions

    @Option(help: ArgumentHelp("The mapping of the sheets: columns, values, dates.", valueName: "file"))
    var mapping: String?

    @Option(help: ArgumentHelp("A column and the member that it holds; repeatable.", valueName: "column=member"))
    var map: [String] = []

    @Option(
        help: ArgumentHelp("The source of the events (default: urn:cadre:import:MISSION).", valueName: "uri"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            "The time of the events, RFC 3339 (default: the mission's clock; now if that is live).",
            valueName: "time"))
    var time: String?

    @Option(help: ArgumentHelp("Event files to compare with, instead of a daemon; repeatable.", valueName: "file"))
    var against: [String] = []

    @Flag(help: "Compare with nothing: all rows are new.")
    var alone = false

    @Flag(help: "Submit new and changed entities to the daemon; nothing if a row is invalid.")
    var submit = false

    @Option(
        help: ArgumentHelp(
            "The new file for the events (NDJSON) of all changes; - is standard output.", valueName: "file"))
    var output: String?

    @Flag(help: "Submit or write the valid rows even if others are invalid.")
    var partial = false

    @Flag(help: "End entities that this source set and no sheet contains. Requires a separate source.")
    var withdrawMissing = false

    @OptionGroup var control: ControlOptions

    @Flag(help: "Print the changes as JSON.")
    var json = false

    func validate() throws {
        guard !submit || (against.isEmpty && !alone) else {
            throw ValidationError("--submit compares with the daemon: omit --against and --alone.")
        }
        guard against.isEmpty || !alone else { throw ValidationError("Give --against or --alone, not both.") }
        guard !submit || output == nil else { throw ValidationError("Give --submit or --output, not both.") }
        guard !alone || mission.mission != nil else { throw ValidationError("--alone needs --mission.") }
        guard !alone || !withdrawMissing else {
            throw ValidationError("--withdraw-missing compares with current documents: omit --alone.")
        }
    }

    func run() async throws {
        let isRight = try await CommandFailure.reported {
            let mapping = try readMapping()
            if alone { return try finish(try plan(mission.mission ?? "", mapping, nil)) }
            if !against.isEmpty {
                let (current, rejected) = try StandingSource.plan(against, mission: mission.mission, mayBeNew: true)
                return try finish(try plan(current.mission.text, mapping, current)) && rejected == 0
            }
            return try await control.withClient { client in
                let chosen = try await mission.chosen(client)
                let current = try await StandingSource.plan(
                    client, mission: chosen, isGiven: mission.mission != nil, for: try chosenKind(mapping))
                return try await finish(try plan(chosen, mapping, current), client)
            }
        }
        if !isRight { throw ExitStatus.badData }
    }

    // MARK: Planning

    private func readMapping() throws -> Mapping {
        var read = Mapping()
        if let mapping {
            let bytes = try SheetFile.bytes(mapping, bytesMax: ExchangeLimits.mappingBytesMax)
            do throws(SheetFault) {
                read = try Mapping(reading: bytes, file: mapping)
            } catch {
                throw CommandFailure(error.text(mapping), .badData)
            }
        }
        for flag in map {
            do throws(SheetFault) { try read.map(flag) } catch { throw CommandFailure("\(error)", .usage) }
        }
        return read
    }

    private func chosenKind(_ mapping: Mapping) throws -> SheetKind {
        guard let kind = kind ?? mapping.kind else {
            let kinds = SheetKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure("the kind of rows is unknown; give --kind, one of \(kinds)", .usage)
        }
        return kind
    }

    private func plan(_ mission: String, _ mapping: Mapping, _ current: StandingEntities?) throws -> ImportReport {
        guard !withdrawMissing || source ?? mapping.source != nil else {
            throw CommandFailure(
                "--withdraw-missing would also end entities that the source set elsewhere; give these sheets a "
                    + "separate source, by --source or in the mapping", .usage)
        }
        let kind = try chosenKind(mapping)
        let source = source ?? mapping.source ?? "urn:cadre:import:\(mission)"
        let setting = SheetImport.Setting(
            kind: kind, mission: mission, source: source, mapping: mapping,
            time: time.map { $0.utf8.count == 10 ? $0 + "T00:00:00Z" : $0 }, now: WallTime.now.text, current: current)
        var sheets: SheetImport
        do throws(SheetFault) {
            sheets = try SheetImport(setting)
        } catch {
            throw CommandFailure("\(error)", .usage)
        }
        for path in files {
            let bytes = try SheetFile.bytes(path)
            do throws(SheetFault) {
                try sheets.take(bytes, file: path)
            } catch {
                throw CommandFailure(error.text(path), .badData)
            }
        }
        return ImportReport(
            plan: sheets.finished(endingMissing: withdrawMissing), kind: kind, mission: mission, source: source)
    }

    // MARK: Output and submission

    /// Writes and prints the report, and returns whether all rows were valid.
    private func finish(_ report: ImportReport) throws -> Bool {
        report.complain()
        let isWritten = partial || report.plan.wrongRows == 0
        if let output, isWritten {
            let bytes = report.plan.events.flatMap { $0.event + [UInt8(ascii: "\n")] }
            if output == "-" { try Console.write(bytes) } else { try NewFile.write(bytes, to: output) }
        }
        let isShown = output != "-"
        if isShown { try report.print(asJSON: json, outcome: outcome(report, isWritten: isWritten)) }
        return report.plan.wrongRows == 0
    }

    private func outcome(_ report: ImportReport, isWritten: Bool) -> String {
        guard !report.plan.events.isEmpty else { return "Nothing to do." }
        if submit || output != nil, !isWritten {
            return
                "Nothing was done: \(report.plan.wrongRows) rows are invalid; correct them, or add --partial."
        }
        if let output { return "\(report.plan.events.count) events in \(output)." }
        let submitting = against.isEmpty && !alone ? "--submit sends the changes to the daemon, " : ""
        return "Nothing was done: \(submitting)--output FILE writes the events."
    }

    private func finish(_ report: ImportReport, _ client: ControlClient) async throws -> Bool {
        guard submit, partial || report.plan.wrongRows == 0, !report.plan.events.isEmpty else {
            return try finish(report)
        }
        report.complain()
        let submission = try await ImportSubmission.submit(report.plan.events, client)
        try report.print(asJSON: json, outcome: submission.text, submission: submission)
        return report.plan.wrongRows == 0 && submission.rejected == 0
    }
}

extension SheetKind: ExpressibleByArgument {}
