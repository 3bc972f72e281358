import ArgumentParser
import CadreJournal

struct JournalVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks every event against the chain of hashes, and the database against itself.",
        discussion: """
            The exit code is 65 where anything is damaged; the first damaged event is named. Note the newest hash \
            elsewhere: a journal whose end was cut off is found out by it alone.
            """)

    @OptionGroup var data: DataOptions

    @Flag(help: "Print what was found as JSON.")
    var json = false

    func run() async throws {
        let found = try await CommandFailure.reported {
            let reader = try await JournalReader.open(folder: data.folder)
            let progress = SharedProgress()
            let found = await reader.verify { sequence, newest in
                progress.show("\(newest > 0 ? sequence * 100 / newest : 100) %  \(sequence) of \(newest) events")
            }
            progress.clear()
            try await reader.close()
            try Console.write(json ? found.json : Array((found.text + "\n").utf8))
            return found
        }
        if !found.isSound { throw ExitStatus.badData }
    }
}
