import ArgumentParser
import CadreJournal

struct JournalDumpCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump",
        abstract: "Prints the accepted events in their order, one a line, byte for byte as they came.",
        discussion: """
            What is printed can be submitted again, and computed by `cadre estimate`. (Line ends within an event, \
            which JSON allows between its parts, become blanks.)
            """)

    @OptionGroup var data: DataOptions

    @Option(help: "Only this mission's.")
    var mission: String?

    @Option(help: "Only what comes after this sequence.")
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
