import ArgumentParser
import CadreClient
import CadreContract
import CadreExchange

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write entities such as pledges or requirements as a sheet (CSV) for `cadre import`.",
        discussion: """
            The entities are those of a daemon, or of event files if any are given. Importing the unmodified sheet \
            changes nothing. A text that a spreadsheet would run as a formula is preceded by an apostrophe, which \
            import removes. A mission without such entities gives a sheet of column names to fill in.
            """)

    @Argument(help: "Event files (NDJSON); - is standard input. Without files a daemon is queried.")
    var files: [String] = []

    @Option(help: "The kind of rows: pledges, lines, elements, sites, courses, demands, runs or equipment.")
    var kind: SheetKind

    @OptionGroup var mission: MissionOptions

    @Option(help: ArgumentHelp("The new file to write; otherwise standard output.", valueName: "file"))
    var output: String?

    @Option(help: "The delimiter between cells: comma, semicolon or tab.")
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
                    "warning: omitting members without a column: \(leftOut.sorted().joined(separator: ", "))")
            }
            if let output, output != "-" { try NewFile.write(bytes, to: output) } else { try Console.write(bytes) }
            return rejected
        }
        if rejected > 0 { throw ExitStatus.badData }
    }
}

extension Delimiter: ExpressibleByArgument {}
