import ArgumentParser
import CadreJournal

struct JournalVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check every event against the hash chain, and the integrity of the database.",
        discussion: """
            The exit code is 65 if the journal is damaged; the first damaged event is named. Keep the newest hash \
            elsewhere: only it reveals a journal whose end was removed.
            """)

    @OptionGroup var data: DataOptions

    @Flag(help: "Print the findings as JSON.")
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
