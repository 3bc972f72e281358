import ArgumentParser
import CadreClient
import CadreContract
import CadreExchange

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes pledges, requirements and the like as a sheet (CSV) that `cadre import` takes.",
        discussion: """
            From a daemon, or from event files where some are named. Importing the sheet as it is changes nothing. A \
            text that a spreadsheet would run as a formula has an apostrophe before it, which import takes away. A \
            mission without such entities gives a sheet of column names, to be filled in.
            """)

    @Argument(help: "Event files (NDJSON), - for standard input; none: a daemon is asked.")
    var files: [String] = []

    @Option(help: "pledges, lines, elements, sites, courses, demands, runs or equipment.")
    var kind: SheetKind

    @OptionGroup var mission: MissionOptions

    @Option(help: ArgumentHelp("A new file to write to; standard output otherwise.", valueName: "file"))
    var output: String?

    @Option(help: "What parts the cells: comma, semicolon or tab.")
    var delimiter = Delimiter.comma

    @Flag(help: "Begin with a byte order mark, without which some spreadsheets misread letters with accents.")
    var bom = false

    @OptionGroup var control: ControlOptions

    func run() async throws {
        let rejected = try await CommandFailure.reported {
            let current: StandingEntities
            var rejected = 0
            if files.isEmpty {
                current = try await control.withClient { client in
                    try await StandingSource.plan(
                        client, mission: try await mission.chosen(client), isGiven: false, for: kind)
                }
            } else {
                (current, rejected) = try StandingSource.plan(files, mission: mission.mission, mayBeNew: false)
            }
            let export = SheetExport(kind: kind, delimiter: delimiter, hasByteOrderMark: bom)
            let (bytes, leftOut) = export.sheet(current.entities(of: kind.entity))
            if !leftOut.isEmpty {
                Console.complain(
                    "warning: members that no column holds are left out: \(leftOut.sorted().joined(separator: ", "))")
            }
            if let output, output != "-" { try NewFile.write(bytes, to: output) } else { try Console.write(bytes) }
            return rejected
        }
        if rejected > 0 { throw ExitStatus.badData }
    }
}

extension Delimiter: ExpressibleByArgument {}
