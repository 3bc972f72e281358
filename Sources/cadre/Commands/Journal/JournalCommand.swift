import ArgumentParser

struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Read, check and copy the journal of a data folder, also while a daemon uses it.",
        discussion: "Only restore changes the journal; it requires a stopped daemon.",
        subcommands: [
            JournalVerifyCommand.self, JournalDumpCommand.self, JournalRejectionsCommand.self,
            JournalBackupCommand.self, JournalRestoreCommand.self,
        ])
}
