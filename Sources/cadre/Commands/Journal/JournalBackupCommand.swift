import ArgumentParser
import CadreJournal

struct JournalBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a consistent copy of the journal to a new file, also while the daemon writes.")

    @OptionGroup var data: DataOptions

    @Argument(help: "The path of the copy; no file may exist there.")
    var file: String

    func run() async throws {
        try await CommandFailure.reported {
            let reader = try await JournalReader.open(folder: data.folder)
            let newest = try await reader.backUp(to: file)
            try await reader.close()
            try Console.print("\(file): \(newest) events")
        }
    }
}
