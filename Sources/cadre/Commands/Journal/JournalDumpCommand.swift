import ArgumentParser
import CadreJournal

struct JournalDumpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Print the accepted events in journal order, one per line, with the received bytes.",
        discussion: """
            The output is valid input of `cadre submit` and `cadre estimate`. (Line ends within an event, which JSON \
            allows between its parts, become spaces.)
            """)

    @OptionGroup var data: DataOptions

    @Option(help: "The mission whose events to print; otherwise all.")
    var mission: String?

    @Option(help: "The journal sequence after which to begin, from 0.")
    var after = 0

    func validate() throws {
        guard after >= 0 else { throw ValidationError("--after takes a whole number from 0.") }
    }

    func run() async throws {
        try await CommandFailure.reported {
            let reader = try await JournalReader.open(folder: data.folder)
            let newest = try await reader.newest()
            var progress = ProgressLine()
            for try await entries in reader.replay(after: after, mission: mission) {
                var lines: [UInt8] = []
                for entry in entries {
                    lines += entry.bytes.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") ? 0x20 : $0 }
                    lines.append(UInt8(ascii: "\n"))
                }
                guard try Console.write(lines) else { break }
                if !Console.outputIsTerminal { progress.show("event \(entries.last?.sequence ?? 0) of \(newest)") }
            }
            progress.clear()
            try await reader.close()
        }
    }
}
