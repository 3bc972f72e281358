import ArgumentParser
import CadreContract
import CadreDaemon
import Glibc

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Validates events or a configuration: each problem with file, line, member and what was expected.",
        discussion: """
            What is wrong is an error, and the exit code is 65 (78 where only configurations are wrong). What is odd \
            but allowed, such as names that are not known in the end or an opening stock outside the horizon, is a \
            warning. Files that end in .yaml or .yml are checked as configurations of the daemon. Topic, authority and \
            time-in-future are not judged.
            """)

    @Argument(help: "Event files (NDJSON), - for standard input, or configurations (.yaml).")
    var files: [String]

    @Flag(help: "Print {file, line, severity, reason, member, expected, detail} of each problem, a line each.")
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
            throw CommandFailure("\(path): \(reason); name a configuration that can be read", .noInput)
        }
        do throws(ConfigurationProblems) {
            _ = try LoadedConfiguration(ConfigurationSources(environment: [:], file: path))
            findings.recordValid("\(path): a sound configuration")
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
