import ArgumentParser
import CadreContract
import CadreDaemon
import Glibc

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Validate events or a configuration; name file, line, member and expected value of each problem.",
        discussion: """
            Invalid content is an error, and the exit code is 65 (78 if only configurations are invalid). Unusual but \
            valid content is a warning, such as unresolved names or an opening stock outside the horizon. Files that \
            end in .yaml or .yml are validated as configurations of the daemon. Topic, authority and time-in-future \
            are not checked.
            """)

    @Argument(help: "Event files (NDJSON), - for standard input, or configurations (.yaml).")
    var files: [String]

    @Flag(help: "Print one {file, line, severity, reason, member, expected, detail} per line for each problem.")
    var json = false

    func run() async throws {
        let (events, configurations) = try await CommandFailure.reported {
            let configurations = files.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
            let events = files.filter { !configurations.contains($0) }
            var findings = Findings(areJSON: json)
            for path in configurations { try Self.check(configuration: path, &findings) }
            let wrongConfigurations = findings.errors
            if !events.isEmpty { try Self.check(events: events, &findings) }
            if !json { try Console.print(findings.summary) }
            return (findings.errors - wrongConfigurations, wrongConfigurations)
        }
        if events > 0 { throw ExitStatus.badData }
        if configurations > 0 { throw ExitStatus.configuration }
    }

    private static func check(events paths: [String], _ findings: inout Findings) throws {
        var check = EventCheck()
        try EventFiles.forEach(paths) { line, reading in
            let location = EventCheck.Location(file: line.file, line: line.number)
            if let problem = check.check(reading, at: location) { try findings.record(Finding(problem)) }
        }
        for warning in check.warnings { try findings.record(Finding(warning)) }
        findings.recordValid("\(check.accepted) events accepted, \(check.duplicates) duplicates")
    }

    private static func check(configuration path: String, _ findings: inout Findings) throws {
        guard access(path, R_OK) == 0 else {
            let reason = String(cString: strerror(errno))
            throw CommandFailure("\(path): \(reason); name a readable configuration", .noInput)
        }
        do throws(ConfigurationProblems) {
            _ = try LoadedConfiguration(ConfigurationSources(environment: [:], file: path))
            findings.recordValid("\(path): a valid configuration")
        } catch {
            for problem in error.problems {
                try findings.record(
                    Finding(
                        severity: .error, file: problem.origin, line: nil, reason: "configuration",
                        member: problem.key ?? "", expected: problem.expected,
                        detail: "\(problem.key.map { "\($0): " } ?? "")\(problem.found); expected \(problem.expected)"))
            }
        }
    }
}
