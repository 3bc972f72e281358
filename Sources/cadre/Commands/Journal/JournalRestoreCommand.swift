import Hashing
import ArgumentParser
import CadreJournal
import CadreRuntime

struct JournalRestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Restore a backup into a data folder that no daemon uses.",
        discussion: """
            The backup is verified first. A replaced journal is not deleted: it remains next to the new \
            one as journal.replaced-N.sqlite.
            """)

    @OptionGroup var data: DataOptions

    @Argument(help: "The backup file.")
    var file: String

    @Flag(help: "Replace a journal that has events.")
    var replace = false

    func run() async throws {
        try await CommandFailure.reported {
            let reader = try await JournalReader.open(file: file)
            let found = try await reader.restore(into: data.folder, replacing: replace)
            try await reader.close()
            try Console.print(
                "\(data.folder): \(found.events) events, newest \(found.newest), hash \(found.hash.hexadecimal)")
        }
    }
}
