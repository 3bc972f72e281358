import ArgumentParser
import CadreContract
import CadreDaemon
import CadreReports
import CadreRuntime

struct ReportCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case html, md }

    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a mission's report: one HTML file to print and mail, or Markdown; and CSV.",
        discussion: """
            Without FILEs it queries a daemon; with FILEs it computes the figures of these event files, as `cadre \
            estimate` does. The HTML file is self-contained, with charts, and prints on A4. --csv writes one file per \
            estimate, MISSION.ESTIMATE.csv, with one row per number. The same figures give the same bytes. Rejected \
            lines of files are named on standard error; the report is still written, with their number, and the exit \
            code is 65.
            """)

    @Argument(help: "Event files (NDJSON); - is standard input. Without files a daemon is queried.")
    var files: [String] = []

    @OptionGroup var mission: MissionOptions

    @Option(
        help: ArgumentHelp("The file to write; - is standard output. Otherwise MISSION.html or .md.", valueName: "file")
    )
    var output: String?

    @Option(help: "The format: html, or md (Markdown for mail, without charts).")
    var format = Format.html

    @Option(help: ArgumentHelp("The folder for every figure as CSV.", valueName: "folder"))
    var csv: String?

    @Option(help: "The number of samples of the ranges, for FILEs; 0 for none. Otherwise 200.")
    var samples: Int?

    @Flag(help: "Add the time of writing to the report.")
    var dated = false

    @OptionGroup var moment: MomentOptions

    @OptionGroup var control: ControlOptions

    /// The default number of samples, as of `cadre estimate`.
    private static let samplesDefault = 200

    func validate() throws {
        if let samples {
            guard (0...100_000).contains(samples) else { throw ValidationError("--samples takes 0 to 100000.") }
        }
        if files.isEmpty {
            guard samples == nil else { throw ValidationError("--samples requires FILEs: a daemon has a setting.") }
        } else {
            guard moment.isNewest, control.control == nil else {
                throw ValidationError("--revision, --as-of and --control query a daemon: omit FILEs.")
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
