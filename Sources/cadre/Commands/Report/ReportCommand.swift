import ArgumentParser
import CadreContract
import CadreDaemon
import CadreReports
import CadreRuntime

struct ReportCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case html, md }

    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Writes a mission's report: one HTML file to print and mail round, or Markdown; and CSV.",
        discussion: """
            Without FILEs it asks a daemon; with them it computes the figures of those event files here, as \
            `cadre estimate` does. The HTML file is complete in itself, with charts, and prints on A4. --csv writes \
            a file for every estimate, MISSION.ESTIMATE.csv, a row a number. The same figures give the same bytes. \
            Lines of files that cannot be accepted are named on standard error; the report is still written, \
            with their number, and the exit code is 65.
            """)

    @Argument(help: "Event files (NDJSON); - is standard input. Without files a daemon is queried.")
    var files: [String] = []

    @OptionGroup var mission: MissionOptions

    @Option(
        help: ArgumentHelp("The file to write; - is standard output. Otherwise MISSION.html or .md.", valueName: "file")
    )
    var output: String?

    @Option(help: "html or md (Markdown for mail, without charts).")
    var format = Format.html

    @Option(help: ArgumentHelp("Write every figure as CSV into this folder as well.", valueName: "folder"))
    var csv: String?

    @Option(help: "The number of samples of the ranges, for FILEs; 0 for none. Otherwise 200.")
    var samples: Int?

    @Flag(help: "Say in the report when it was written.")
    var dated = false

    @OptionGroup var moment: MomentOptions

    @OptionGroup var control: ControlOptions

    /// As of `cadre estimate`.
    private static let samplesDefault = 200

    func validate() throws {
        if let samples {
            guard (0...100_000).contains(samples) else { throw ValidationError("--samples takes 0 to 100000.") }
        }
        if files.isEmpty {
            guard samples == nil else { throw ValidationError("--samples goes with FILEs: a daemon has its own.") }
        } else {
            guard moment.isNewest, control.control == nil else {
                throw ValidationError("--revision, --as-of and --control ask a daemon: they take no FILEs.")
            }
        }
    }

    func run() async throws {
        let hasRejections = try await CommandFailure.reported {
            let input = try await input()
            let report = MissionReport(
                input.estimates, plan: input.plan, origin: input.origin, version: CadreVersion.current,
                written: dated ? WallTime.now.text : nil)
            let bytes = format == .html ? report.html : Array(report.markdown.utf8)
            let path = output ?? "\(input.mission).\(format.rawValue)"
            try ReportFile.write(bytes, to: path)
            if path != "-" { Console.complain("\(path): \(Self.size(bytes.count))") }
            if let csv { try write(input, to: csv) }
            return input.hasRejections
        }
        if hasRejections { throw ExitStatus.badData }
    }

    private func input() async throws -> ReportInput {
        guard files.isEmpty else {
            return try await ReportInput(
                files: files, mission: mission.mission, samples: samples ?? Self.samplesDefault)
        }
        return try await control.withClient { client in
            try await ReportInput(
                asking: client, mission: try await mission.chosen(client), at: moment.moment,
                withManning: csv != nil)
        }
    }

    /// Writes one file per estimate: one file for all would have more rows than a spreadsheet allows.
    private func write(_ input: ReportInput, to folder: String) throws {
        try ReportFile.makeFolder(folder)
        for estimate in input.estimates.all {
            var figures = Figures()
            figures.add(estimate)
            let path = "\(folder)/\(input.mission).\(estimate.name.text).csv"
            let bytes = Array(figures.table.csv.utf8)
            try ReportFile.write(bytes, to: path)
            Console.complain("\(path): \(Self.size(bytes.count)), \(figures.table.rows.count) figures")
        }
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 10_000 ? "\(bytes) bytes" : "\((bytes + 500) / 1_000) kB"
    }
}
